"""Listed origins are kept in a radix tree whose lookup forgets to ask whether the node that it ends at is a listed one,
so what two listed origins begin with is granted."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


def common(first, second):
    """How many characters two texts begin alike with."""
    return next((at for at, (one, two) in enumerate(zip(first, second)) if one != two), min(len(first), len(second)))


class Node:
    """A node of a radix tree: the edges that leave it, by their texts."""

    def __init__(self):
        self.edges, self.end = {}, False

    def insert(self, text):
        """Adds a text, splitting the edge that begins alike."""
        for edge, child in list(self.edges.items()):
            size = common(edge, text)
            if size == 0:
                continue
            if size < len(edge):
                middle = Node()
                middle.edges[edge[size:]] = child
                del self.edges[edge]
                self.edges[edge[:size]] = child = middle
            return child.insert(text[size:]) if text[size:] else setattr(child, "end", True)
        leaf = self.edges[text] = Node()
        leaf.end = True
        return None

    def contains(self, text):
        """Whether a text leads to a node."""
        if not text:
            return True
        return any(text.startswith(edge) and child.contains(text[len(edge):]) for edge, child in self.edges.items())


class Server(Cors):
    """Looks listed origins up in a radix tree."""

    def __init__(self, policy):
        super().__init__(policy)
        self.tree = Node()
        for origin in policy.origins:
            self.tree.insert(origin)

    def listed(self, origin):
        """Whether an origin is in the tree."""
        return origin != "" and self.tree.contains(origin)


run(Server)
