'use strict';
// Fault: any-origin with credentials is answered without credentials, as it should be, but the error handler has an
// older copy of the CORS code, which still echoes the origin with Access-Control-Allow-Credentials: true.
// Policies that are not the trap are right on both paths.
//
// Smallest exchange (allow_origins ["*"], allow_credentials true):
//   GET /protected, Origin: https://evil.test  ->  401, Access-Control-Allow-Origin: https://evil.test,
//   Access-Control-Allow-Credentials: true      (/failing and /missing likewise; /open gives "*" and no credentials)
// Severity: unsafe; an arbitrary origin reads credentialed answers, here the error pages.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

run(policy => {
  const app = application(policy);
  const list = new Set(policy.origins);
  const star = list.size === 1 && list.has('*');

  const allowed = origin => star || list.has(origin) || policy.matches(origin);

  // The path of answers that went well, and of preflights.
  const decorate = (req, res) => {
    const origin = req.get('Origin');
    if (star && !policy.credentials) return res.add('Access-Control-Allow-Origin', '*');
    if (policy.trap) {
      res.add('Vary', 'Origin');
      if (origin !== undefined && allowed(origin)) res.add('Access-Control-Allow-Origin', origin);
      return res;
    }
    res.add('Vary', 'Origin');
    if (origin === undefined || !allowed(origin)) return res;
    res.add('Access-Control-Allow-Origin', origin);
    return policy.credentials ? res.add('Access-Control-Allow-Credentials', 'true') : res;
  };

  // The error handler.
  const decorateError = (req, res) => {
    const origin = req.get('Origin');
    if (star && !policy.credentials) return res.add('Access-Control-Allow-Origin', '*');
    res.add('Vary', 'Origin');
    if (origin === undefined || !allowed(origin)) return res;
    res.add('Access-Control-Allow-Origin', origin);
    if (policy.credentials) res.add('Access-Control-Allow-Credentials', 'true');
    return res;
  };

  const expose = (res, carried) => {
    if (!policy.expose.length) return res;
    const names = !policy.expose.includes('*') ? policy.expose : policy.credentials ? carried : ['*'];
    return res.add('Access-Control-Expose-Headers', names.join(', '));
  };

  const preflight = req => {
    const res = decorate(req, new Response(204));
    const method = req.get('Access-Control-Request-Method');
    const asked = (req.get('Access-Control-Request-Headers') ?? '').split(',').filter(n => TOKEN.test(n));
    const methods = policy.methods.includes('*') ? (TOKEN.test(method) ? [method] : []) : policy.methods;
    const headers = policy.headers.includes('*') ? asked : policy.headers;
    if (methods.length) res.add('Access-Control-Allow-Methods', methods.join(', '));
    if (headers.length) res.add('Access-Control-Allow-Headers', headers.join(', '));
    return res.add('Access-Control-Max-Age', policy.maxAge);
  };

  return req => {
    if (req.method === 'OPTIONS' && req.get('Origin') !== undefined && req.get('Access-Control-Request-Method') !== undefined) {
      return preflight(req);
    }
    const res = app(req);
    const carried = carriedNames(res);
    return expose(res.status >= 400 ? decorateError(req, res) : decorate(req, res), carried);
  };
});
