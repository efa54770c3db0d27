//go:build !emitted

package main

import (
	"net/http"

	"github.com/rs/cors"

	"peer"
)

// corsLayer is the policy as it is written by hand.
func corsLayer(policy peer.Policy, options peer.Options) (func(http.Handler) http.Handler, error) {
	settings := cors.Options{
		AllowedOrigins:   policy.Origins,
		AllowedMethods:   policy.ListedMethods(options),
		AllowedHeaders:   policy.Headers,
		ExposedHeaders:   policy.Exposed,
		AllowCredentials: policy.Credentials,
		MaxAge:           policy.MaxAge,
	}
	if !options.EmptyLists && len(policy.Headers) == 0 {
		// No headers stand for four; Origin is always among those allowed, so that to list it lists nothing.
		settings.AllowedHeaders = []string{"Origin"}
	}
	if policy.Regex != "" || len(policy.Origins) == 0 && !options.EmptyLists {
		// No origins stand for all. The function takes the place of the list.
		allows, err := policy.OriginFunc(options)
		if err != nil {
			return nil, err
		}
		settings.AllowOriginFunc = allows
	}
	return cors.New(settings).Handler, nil
}
