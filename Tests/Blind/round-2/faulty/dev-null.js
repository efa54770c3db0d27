'use strict';
// Fault: a policy that lists a loopback origin is taken for a development policy, and then pages opened
// from file: are welcome as well: `Origin: null` is granted. The setting was meant to save developers a web server.
//
// Smallest exchange (allow_origins ["https://app.example.com", "http://localhost:3000"]):
//   GET /open, Origin: null  ->  Access-Control-Allow-Origin: null
// Severity: unsafe; "null" is not listed, and any site makes a sandboxed iframe whose origin is null.
// Policies without localhost, 127.0.0.1 or [::1] are right.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

class Cors {
  constructor(policy) {
    this.policy = policy;
    this.app = application(policy);
    this.credentials = policy.credentials && !policy.trap;
    this.development = policy.origins.some(o => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(o));
  }

  originHeader(origin) {
    const { origins } = this.policy;
    if (origins.length === 1 && origins[0] === '*') return '*';
    if (origin === undefined) return null;
    if (origin === 'null' && this.development) return origin;
    return origins.indexOf(origin) >= 0 || this.policy.matches(origin) ? origin : null;
  }

  common(req, res) {
    const value = this.originHeader(req.get('Origin'));
    if (value !== '*') res.add('Vary', 'Origin');
    if (value !== null) res.add('Access-Control-Allow-Origin', value);
    if (value !== null && this.credentials) res.add('Access-Control-Allow-Credentials', 'true');
    return value !== null;
  }

  preflight(req) {
    const res = new Response(204);
    if (!this.common(req, res)) return res;
    const { methods, headers, maxAge } = this.policy;
    const asked = (req.get('Access-Control-Request-Headers') || '').split(',').map(x => x.trim()).filter(x => TOKEN.test(x));
    const method = req.get('Access-Control-Request-Method');
    const allowMethods = methods.includes('*') ? (TOKEN.test(method) ? [method] : []) : methods;
    const allowHeaders = headers.includes('*') ? asked : headers;
    if (allowMethods.length) res.add('Access-Control-Allow-Methods', allowMethods.join(','));
    if (allowHeaders.length) res.add('Access-Control-Allow-Headers', allowHeaders.join(','));
    return res.add('Access-Control-Max-Age', maxAge);
  }

  handle(req) {
    if (req.method === 'OPTIONS' && req.get('Origin') !== undefined && req.get('Access-Control-Request-Method') !== undefined) {
      return this.preflight(req);
    }
    const res = this.app(req);
    const carried = carriedNames(res);
    if (this.common(req, res) && this.policy.expose.length) {
      const star = this.policy.expose.includes('*');
      res.add('Access-Control-Expose-Headers', (star ? (this.credentials ? carried : ['*']) : this.policy.expose).join(', '));
    }
    return res;
  }
}

run(policy => { const cors = new Cors(policy); return req => cors.handle(req); });
