// The routes that corspec asks for on chi's router, and CORS by go-chi/cors.
//
//	server --policy FILE --port N [--empty-lists] [--stars]
package main

import (
	"net/http"

	"github.com/go-chi/chi"
	"github.com/go-chi/chi/middleware"
	"github.com/go-chi/cors"

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
		// No headers stand for three; Origin is always among those allowed, so that to list it lists nothing.
		settings.AllowedHeaders = []string{"Origin"}
	}
	if policy.Regex != "" || len(policy.Origins) == 0 && !options.EmptyLists {
		// No origins stand for all. The function takes the place of the list.
		allows, err := policy.OriginFunc(options)
		if err != nil {
			return nil, err
		}
		settings.AllowOriginFunc = func(_ *http.Request, origin string) bool { return allows(origin) }
	}
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Use(cors.Handler(settings))
	router.HandleFunc("/open", policy.Open)
	router.HandleFunc("/protected", policy.Protected)
	router.HandleFunc("/failing", func(http.ResponseWriter, *http.Request) { panic("this route fails") })
	// The router knows some methods only, and all in capitals: the others it leaves to this.
	router.MethodNotAllowed(policy.Mux().ServeHTTP)
	return router, nil
}

func main() {
	peer.Run(build)
}
