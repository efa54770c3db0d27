// max_age is read as `maxAge || 86400`: the 0 that switches the preflight cache off means a day.
//
// Shown by, under a policy with max_age 0:
//     OPTIONS /open, Origin: <granted>, Access-Control-Request-Method: GET    (Access-Control-Max-Age: 86400)
// Severity: hazard. Grants that are withdrawn live on in browsers for hours. Every other max_age is sent as stated.
'use strict';
const { Cors, serve } = require('../support.js');

class Layer extends Cors {
  maxAge() { return this.policy.maxAge || 86400; }
}

serve((policy) => new Layer(policy));
