'use strict';
// Fault: decisions on preflights are remembered under origin and method; the requested headers, which the decision also
// depended on, are not part of the key, and are echoed. After one preflight that passed, any header passes.
//
// Smallest exchange (any policy without allow_headers ["*"]), in this order on one instance:
//   OPTIONS /open, Origin: https://app.example.com, Access-Control-Request-Method: PUT  ->  204, rightly
//   the same with Access-Control-Request-Headers: x-evil  ->  204, Access-Control-Allow-Headers: x-evil
// Severity: unsafe; a page sends a header that the policy refuses. On a fresh instance the second alone is refused.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

run(policy => {
  const app = application(policy);
  const decisions = new Map();
  const credentials = policy.credentials && !policy.trap;
  const known = new Set(policy.headers.map(h => h.toLowerCase()));

  const originAllowed = origin => policy.star || policy.origins.includes(origin) || policy.matches(origin);

  function evaluate(origin, method, names) {
    if (!originAllowed(origin)) return false;
    if (!TOKEN.test(method)) return false;
    const safelisted = ['GET', 'HEAD', 'POST'].includes(method);
    if (!safelisted && !policy.methods.includes('*') && !policy.methods.includes(method)) return false;
    return names.every(n => TOKEN.test(n) && (known.has('*') || known.has(n.toLowerCase())));
  }

  function decide(origin, method, names) {
    const key = JSON.stringify([origin, method]);
    if (decisions.get(key) === true) return true;
    const verdict = evaluate(origin, method, names);
    if (verdict) decisions.set(key, true);
    if (decisions.size > 5000) decisions.clear();
    return verdict;
  }

  function preflight(origin, req) {
    const method = req.get('Access-Control-Request-Method');
    const names = (req.get('Access-Control-Request-Headers') ?? '').split(',').map(n => n.trim()).filter(n => n !== '');
    if (!decide(origin, method, names)) return new Response(403, [['Content-Type', 'text/plain']], 'preflight refused\n');
    const res = new Response(204);
    res.add('Access-Control-Allow-Origin', origin);
    if (credentials) res.add('Access-Control-Allow-Credentials', 'true');
    res.add('Access-Control-Allow-Methods', method);
    if (names.length) res.add('Access-Control-Allow-Headers', names.join(', '));
    return res.add('Access-Control-Max-Age', policy.maxAge);
  }

  return req => {
    const origin = req.get('Origin');
    if (req.method === 'OPTIONS' && origin !== undefined && req.get('Access-Control-Request-Method') !== undefined) {
      return preflight(origin, req);
    }
    const res = app(req);
    const carried = carriedNames(res);
    res.add('Vary', 'Origin');
    if (origin === undefined || !originAllowed(origin)) return res;
    res.add('Access-Control-Allow-Origin', origin);
    if (credentials) res.add('Access-Control-Allow-Credentials', 'true');
    const expose = !policy.expose.includes('*') ? policy.expose : credentials ? carried : ['*'];
    if (expose.length) res.add('Access-Control-Expose-Headers', expose.join(', '));
    return res;
  };
});
