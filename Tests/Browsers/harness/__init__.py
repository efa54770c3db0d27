"""Runs exchanges in real browsers and holds what they do against the model."""
