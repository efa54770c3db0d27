'use strict';
// Fault: an empty list of methods is taken for "not configured, so all of them". The absent key means ["GET"], as it should.
//
// Smallest exchange (allow_origins ["https://app.example.com"], allow_methods []):
//   OPTIONS /open, Origin: https://app.example.com, Access-Control-Request-Method: DELETE
//     ->  204, Access-Control-Allow-Methods: DELETE
// Severity: unsafe; a page sends methods that the policy refuses. Lists that are not empty are right, and empty lists of
// origins, headers and exposed headers mean none.
const { run, refuse, carriedNames, application, Response, TOKEN } = require('../support.js');

const isAny = list => list.length ? list[0] === '*' : true;
const split = text => String(text ?? '').split(',').map(t => t.trim()).filter(t => TOKEN.test(t));

run(policy => {
  if (policy.trap) refuse('any origin and credentials');
  const app = application(policy);
  const anyMethod = isAny(policy.methods);
  const anyHeader = policy.headers.includes('*');

  const pick = origin => {
    if (origin === undefined) return null;
    for (const candidate of policy.origins) if (candidate === origin || candidate === '*') return origin;
    return policy.matches(origin) ? origin : null;
  };

  const middleware = (req, next) => {
    const granted = pick(req.get('Origin'));
    const method = req.get('Access-Control-Request-Method');
    if (req.method !== 'OPTIONS' || method === undefined || req.get('Origin') === undefined) {
      const res = next();
      const carried = carriedNames(res);
      res.add('Vary', 'Origin');
      if (granted === null) return res;
      res.add('Access-Control-Allow-Origin', granted);
      if (policy.credentials) res.add('Access-Control-Allow-Credentials', 'true');
      const expose = policy.expose.includes('*') ? (policy.credentials ? carried : ['*']) : policy.expose;
      return expose.length ? res.add('Access-Control-Expose-Headers', expose.join(', ')) : res;
    }
    if (granted === null) return new Response(403);
    const res = new Response(204, [['Access-Control-Allow-Origin', granted]]);
    if (policy.credentials) res.add('Access-Control-Allow-Credentials', 'true');
    const methods = anyMethod ? split(method) : policy.methods;
    if (methods.length) res.add('Access-Control-Allow-Methods', methods.join(', '));
    const headers = anyHeader ? split(req.get('Access-Control-Request-Headers')) : policy.headers;
    if (headers.length) res.add('Access-Control-Allow-Headers', headers.join(', '));
    return res.add('Access-Control-Max-Age', policy.maxAge);
  };

  return req => middleware(req, () => app(req));
});
