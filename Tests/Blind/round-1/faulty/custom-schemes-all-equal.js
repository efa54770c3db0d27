// Origins are compared by new URL(...).origin, which is "null" for every scheme that the URL standard does not know.
//
// Shown by, under a policy that lists capacitor://localhost:
//     GET /open, Origin: ionic://evil    (granted, echoed)
//     GET /open, Origin: null            (granted too)
// Where "null" is listed, every such scheme is granted as well.
// Severity: unsafe. Every page of an app or extension scheme, and every sandboxed frame, reads what one app may.
// http and https origins are compared rightly.
'use strict';
const { Cors, serve } = require('../support.js');

function canonical(text) {
  try {
    return new URL(text).origin;
  } catch {
    return text;
  }
}

class Layer extends Cors {
  grantsOrigin(request) {
    const { origin } = request;
    if (origin === undefined) return false;
    const granted = this.policy.origins.map(canonical);
    return granted.includes(canonical(origin)) || this.policy.regexMatches(origin);
  }
}

serve((policy) => new Layer(policy));
