// Listed origins are made into patterns with replace('.', '\\.'), which escapes the first dot and no other.
//
// Shown by, under a policy that lists https://app.example.com:
//     GET /open, Origin: https://app.examplexcom            (granted)
// and, where it lists https://api.app.example.com, Origin: https://api.appxexample.com.
// Severity: unsafe. The second is a name that anyone can register. https://appxexample.com, which most tests try, is
// refused.
'use strict';
const { Cors, serve } = require('../support.js');

class Layer extends Cors {
  constructor(policy) {
    super(policy);
    this.patterns = policy.origins.map((origin) => {
      const literal = origin.replace(/[\\^$*+?()[\]{}|]/g, '\\$&').replace('.', '\\.');
      return new RegExp('^' + literal + '$');
    });
  }
  grantsOrigin(request) {
    const { origin } = request;
    if (origin === undefined) return false;
    return this.patterns.some((pattern) => pattern.test(origin)) || this.policy.regexMatches(origin);
  }
}

serve((policy) => new Layer(policy));
