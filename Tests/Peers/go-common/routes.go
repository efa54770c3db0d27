package peer

import "net/http"

// Expose puts every header that the policy exposes into an answer.
func (policy Policy) Expose(header http.Header) {
	for _, name := range policy.Exposed {
		if name != "*" {
			header.Set(name, "corspec")
		}
	}
}

// IsAuthorized says whether a request to the protected route carries what it asks for.
func IsAuthorized(request *http.Request) bool {
	cookie, err := request.Cookie("session")
	return request.Header.Get("Authorization") == "Bearer good" || err == nil && cookie.Value == "good"
}

// Open answers any method.
func (policy Policy) Open(writer http.ResponseWriter, _ *http.Request) {
	policy.Expose(writer.Header())
	writer.WriteHeader(http.StatusOK)
	writer.Write([]byte("open\n"))
}

// Protected answers those who are authorized.
func (policy Policy) Protected(writer http.ResponseWriter, request *http.Request) {
	if !IsAuthorized(request) {
		Unauthorized(writer)
		return
	}
	policy.Expose(writer.Header())
	writer.WriteHeader(http.StatusOK)
	writer.Write([]byte("protected\n"))
}

// Unauthorized asks for authentication.
func Unauthorized(writer http.ResponseWriter) {
	writer.Header().Set("WWW-Authenticate", "Bearer")
	http.Error(writer, "who are you?", http.StatusUnauthorized)
}

// Failing answers with an error.
func Failing(writer http.ResponseWriter, _ *http.Request) {
	http.Error(writer, "this route fails", http.StatusInternalServerError)
}

// Mux has the routes, for libraries that are no framework.
func (policy Policy) Mux() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/open", policy.Open)
	mux.HandleFunc("/protected", policy.Protected)
	mux.HandleFunc("/failing", Failing)
	return mux
}

// AuthenticationOutside answers 401 on the protected route before anything within is asked, preflights included.
func AuthenticationOutside(next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if request.URL.Path == "/protected" && !IsAuthorized(request) {
			Unauthorized(writer)
			return
		}
		next.ServeHTTP(writer, request)
	})
}
