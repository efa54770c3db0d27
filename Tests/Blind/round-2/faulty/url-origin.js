'use strict';
// Fault: origins are compared as `new URL(text).origin`, which is the string "null" for every scheme that is not special.
// One listed custom-scheme origin therefore grants every custom-scheme origin, and the opaque origin `null` too.
// http and https origins are right, and the value echoed is the one that was sent.
//
// Smallest exchange (allow_origins ["capacitor://localhost"]):
//   GET /open, Origin: null  ->  Access-Control-Allow-Origin: null
//   GET /open, Origin: ionic://evil  ->  Access-Control-Allow-Origin: ionic://evil
// Severity: unsafe; any sandboxed iframe reads the answer.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

const canonical = text => {
  try { return new URL(text).origin; } catch { return text; }
};

run(policy => {
  const app = application(policy);
  const listed = new Set(policy.origins.map(canonical));
  const wildcard = policy.star && !policy.trap;
  const isAllowed = origin => {
    if (policy.trap) return false;
    return wildcard || listed.has(canonical(origin)) || policy.matches(origin);
  };
  const names = policy.headers.map(h => h.toLowerCase());

  return req => {
    const origin = req.get('origin');
    const wanted = req.get('access-control-request-method');
    const isPreflight = req.method === 'OPTIONS' && origin !== undefined && wanted !== undefined;
    const res = isPreflight ? new Response(204) : app(req);
    res.add('Vary', 'Origin');
    if (origin === undefined || !isAllowed(origin)) return res;
    res.add('Access-Control-Allow-Origin', origin);
    if (policy.credentials) res.add('Access-Control-Allow-Credentials', 'true');
    if (!isPreflight) {
      let exposed = policy.expose;
      if (exposed.includes('*')) {
        exposed = policy.credentials ? carriedNames(res) : ['*'];
      }
      if (exposed.length) res.add('Access-Control-Expose-Headers', exposed.join(', '));
      return res;
    }
    const methods = policy.methods.includes('*') ? [TOKEN.test(wanted) ? wanted : 'GET'] : policy.methods;
    if (methods.length) res.add('Access-Control-Allow-Methods', methods.join(', '));
    const asked = (req.get('access-control-request-headers') ?? '').split(',').map(s => s.trim()).filter(s => TOKEN.test(s));
    const granted = names.includes('*') ? asked : policy.headers;
    if (granted.length) res.add('Access-Control-Allow-Headers', granted.join(', '));
    return res.add('Access-Control-Max-Age', policy.maxAge);
  };
});
