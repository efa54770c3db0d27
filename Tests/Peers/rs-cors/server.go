// The routes that corspec asks for, and CORS by rs/cors.
//
//	server --policy FILE --port N [--auth-outside] [--empty-lists] [--stars] [--unanchored]
package main

import (
	"net/http"

	"github.com/rs/cors"

	"peer"
)

func build(policy peer.Policy, options peer.Options) (http.Handler, error) {
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
	handler := cors.New(settings).Handler(policy.Mux())
	if options.AuthOutside {
		handler = peer.AuthenticationOutside(handler)
	}
	return handler, nil
}

func main() {
	peer.Run(build)
}
