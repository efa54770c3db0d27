// Package peer holds what the servers in Go share: a corspec policy, the routes, the command line. It knows nothing of
// CORS itself, which each server leaves to the implementation that it stands for.
package peer

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
)

// Policy is what a corspec policy file says; what it does not say is FastAPI's default.
type Policy struct {
	Origins     []string `json:"allow_origins"`
	Regex       string   `json:"allow_origin_regex"`
	Methods     []string `json:"allow_methods"`
	Headers     []string `json:"allow_headers"`
	Credentials bool     `json:"allow_credentials"`
	Exposed     []string `json:"expose_headers"`
	// MaxAge is in seconds; 0 stands for none as well.
	MaxAge int `json:"max_age"`
}

// EveryMethod is what people list where a library has no wildcard for methods.
var EveryMethod = []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}

// ReadPolicy reads a policy file.
func ReadPolicy(path string) (Policy, error) {
	policy := Policy{Methods: []string{"GET"}}
	text, err := os.ReadFile(path)
	if err != nil {
		return policy, err
	}
	return policy, json.Unmarshal(text, &policy)
}

// IsAny says whether a list of the policy is exactly the wildcard.
func IsAny(list []string) bool {
	return len(list) == 1 && list[0] == "*"
}

// ListedMethods is the policy's methods, the wildcard written out unless it is to be handed over.
func (policy Policy) ListedMethods(options Options) []string {
	if IsAny(policy.Methods) && !options.Stars {
		return EveryMethod
	}
	return policy.Methods
}

// HasWebOriginsOnly says whether each origin in the list is the wildcard or has http or https as its scheme.
func (policy Policy) HasWebOriginsOnly() bool {
	for _, origin := range policy.Origins {
		if origin != "*" && !strings.HasPrefix(origin, "http://") && !strings.HasPrefix(origin, "https://") {
			return false
		}
	}
	return true
}

// OriginFunc is the policy's origins as a function: the list and the regex, either suffices. The regex matches the
// whole origin; unanchored, it is searched for anywhere, as regexp.MatchString does by itself.
func (policy Policy) OriginFunc(options Options) (func(origin string) bool, error) {
	granted := map[string]bool{}
	for _, origin := range policy.Origins {
		granted[origin] = true
	}
	if policy.Regex == "" {
		return func(origin string) bool { return granted[origin] || granted["*"] }, nil
	}
	pattern := `^(?:` + policy.Regex + `)$`
	if options.Unanchored {
		pattern = policy.Regex
	}
	regex, err := regexp.Compile(pattern)
	if err != nil {
		return nil, err
	}
	return func(origin string) bool { return granted[origin] || granted["*"] || regex.MatchString(origin) }, nil
}
