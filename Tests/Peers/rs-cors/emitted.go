//go:build emitted

package main

import (
	"net/http"

	"peer"
)

// corsLayer is the policy as corspec emits it.
func corsLayer(peer.Policy, peer.Options) (func(http.Handler) http.Handler, error) {
	return WithCORS, nil
}
