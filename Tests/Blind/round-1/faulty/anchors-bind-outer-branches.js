// The regex is anchored as '^' + pattern + '$', without a group: with a top-level alternation each anchor binds one end.
//
// Shown by, under a policy with allow_origin_regex "https://app\\.example\\.com|https://.*\\.example\\.org":
//     GET /open, Origin: https://app.example.com.evil.test    (granted: the first branch has no end)
// Severity: unsafe. Whoever owns evil.test reads. Patterns without a top-level | are matched rightly.
'use strict';
const { Cors, serve } = require('../support.js');

class Layer extends Cors {
  constructor(policy) {
    super(policy);
    if (policy.regex !== undefined) this.loose = new RegExp('^' + policy.regex + '$');
  }
  grantsOrigin(request) {
    const { origin } = request;
    if (origin === undefined) return false;
    return this.policy.lists(origin) || (this.loose !== undefined && origin.length <= 512 && this.loose.test(origin));
  }
}

serve((policy) => new Layer(policy));
