//go:build !emitted

package main

import (
	"time"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"

	"peer"
)

// corsLayer is the policy as it is written by hand.
func corsLayer(policy peer.Policy, options peer.Options) (gin.HandlerFunc, error) {
	settings := cors.Config{
		AllowMethods:     policy.ListedMethods(options),
		AllowHeaders:     policy.Headers,
		ExposeHeaders:    policy.Exposed,
		AllowCredentials: policy.Credentials,
		MaxAge:           time.Duration(policy.MaxAge) * time.Second,
	}
	switch {
	case peer.IsAny(policy.Origins):
		settings.AllowAllOrigins = true
	case policy.Regex == "" && policy.HasWebOriginsOnly():
		settings.AllowOrigins = policy.Origins
	default:
		// The list takes http and https only.
		allows, err := policy.OriginFunc(options)
		if err != nil {
			return nil, err
		}
		settings.AllowOriginFunc = allows
	}
	return cors.New(settings), nil
}
