// The routes that corspec asks for on go-restful, and CORS by its CrossOriginResourceSharing filter.
//
//	server --policy FILE --port N [--empty-lists] [--stars]
package main

import (
	"errors"
	"net/http"

	"github.com/emicklei/go-restful"

	"peer"
)

func build(policy peer.Policy, options peer.Options) (http.Handler, error) {
	container := restful.NewContainer()
	settings := restful.CrossOriginResourceSharing{
		AllowedDomains: policy.Origins,
		AllowedMethods: policy.Methods,
		AllowedHeaders: policy.Headers,
		ExposeHeaders:  policy.Exposed,
		CookiesAllowed: policy.Credentials,
		MaxAge:         policy.MaxAge,
		Container:      container,
	}
	if peer.IsAny(policy.Origins) {
		settings.AllowedDomains = []string{".*"}
	}
	if peer.IsAny(policy.Headers) && options.Stars {
		// So say the comments of the library; its code looks for *.
		settings.AllowedHeaders = []string{".*"}
	}
	if peer.IsAny(policy.Methods) {
		// None stand for those that the route has.
		settings.AllowedMethods = nil
	}
	if policy.Regex != "" || len(policy.Origins) == 0 && !options.EmptyLists {
		// No origins stand for all, unless there is a function, which stands beside the list.
		allows, err := policy.OriginFunc(options)
		if err != nil {
			return nil, err
		}
		settings.AllowedDomainFunc = allows
	}
	container.Filter(settings.Filter)
	service := new(restful.WebService)
	methods := map[string]bool{}
	for _, method := range append(policy.ListedMethods(options), peer.EveryMethod...) {
		if !methods[method] {
			methods[method] = true
			service.Route(service.Method(method).Path("/open").To(wrap(policy.Open)))
			service.Route(service.Method(method).Path("/protected").To(wrap(policy.Protected)))
			service.Route(service.Method(method).Path("/failing").To(fail))
		}
	}
	container.Add(service)
	return container, nil
}

// wrap makes a route's function of a handler.
func wrap(handler http.HandlerFunc) restful.RouteFunction {
	return func(request *restful.Request, response *restful.Response) {
		handler(response, request.Request)
	}
}

// fail is the route that fails.
func fail(_ *restful.Request, response *restful.Response) {
	response.WriteError(http.StatusInternalServerError, errors.New("this route fails"))
}

func main() {
	peer.Run(build)
}
