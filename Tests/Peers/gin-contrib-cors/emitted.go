//go:build emitted

package main

import (
	"github.com/gin-gonic/gin"

	"peer"
)

// corsLayer is the policy as corspec emits it.
func corsLayer(peer.Policy, peer.Options) (gin.HandlerFunc, error) {
	return CORS(), nil
}
