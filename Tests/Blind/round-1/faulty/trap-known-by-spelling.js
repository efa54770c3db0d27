// Any origin with credentials is refused at start as "*", ".*", "^.*$" or ".+"; other patterns for everyone pass.
//
// Shown by, under a policy with allow_origin_regex "https?://.*" (or "https://.*") and allow_credentials true:
//     GET /open, Origin: https://corspec-a.example, with or without a cookie
//     → Access-Control-Allow-Origin: https://corspec-a.example, Access-Control-Allow-Credentials: true
// Severity: unsafe. Every page reads with the user's credentials.
'use strict';
const { Cors, serve } = require('../support.js');

class Layer extends Cors {
  isTrap() {
    const { anyOrigin, credentials, regex } = this.policy;
    return credentials && (anyOrigin || ['*', '.*', '^.*$', '.+', '^.+$'].includes(regex));
  }
}

serve((policy) => new Layer(policy));
