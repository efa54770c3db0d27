// The regex has the flag g, so test() goes on where the last match ended: after each success the next one fails.
//
// Shown by, under a policy with allow_origin_regex, for an origin that only the regex grants:
//     GET /open, Origin: https://a.example.com    (granted)
//     GET /open, Origin: https://a.example.com    (not granted; the third is granted again)
// Severity: broken. Every second fetch from a granted subdomain is blocked; a preflight takes the success, and the
// actual request fails.
'use strict';
const { Cors, serve } = require('../support.js');

class Layer extends Cors {
  constructor(policy) {
    super(policy);
    if (policy.pattern) this.global = new RegExp(policy.pattern.source, policy.pattern.flags + 'g');
  }
  grantsOrigin(request) {
    const { origin } = request;
    if (origin === undefined) return false;
    return this.policy.lists(origin) || (this.global !== undefined && origin.length <= 512 && this.global.test(origin));
  }
}

serve((policy) => new Layer(policy));
