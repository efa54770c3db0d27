'use strict';
// Fault: "people always forget the port in their patterns": where the regex does not match the origin,
// it is tried once more on the origin without its port.
//
// Smallest exchange (allow_origin_regex "https://.*\\.example\\.com"):
//   GET /open, Origin: https://a.example.com:8443  ->  Access-Control-Allow-Origin: https://a.example.com:8443
// Severity: unsafe; the regex must match the whole origin, and another port is another origin
// (on a shared host, another tenant). Listed origins are compared byte for byte.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

run(policy => {
  const app = application(policy);
  const any = policy.origins.join() === '*';
  const matchesPattern = origin => policy.matches(origin) || policy.matches(origin.replace(/:\d+$/, ''));
  const creds = policy.credentials && !policy.trap;

  // Gives the headers to add, as pairs.
  function corsHeaders(req, carried) {
    const out = [['Vary', 'Origin']];
    const origin = req.get('Origin');
    if (origin === undefined) return out;
    if (!any && !policy.origins.includes(origin) && !matchesPattern(origin)) return out;
    out.push(['Access-Control-Allow-Origin', origin]);
    if (creds) out.push(['Access-Control-Allow-Credentials', 'true']);
    if (carried === null) {
      const method = req.get('Access-Control-Request-Method');
      const names = (req.get('Access-Control-Request-Headers') ?? '').split(',').map(n => n.trim()).filter(n => TOKEN.test(n));
      const ok = new Set(policy.headers.map(h => h.toLowerCase()));
      const granted = names.filter(n => ok.has('*') || ok.has(n.toLowerCase()));
      if (policy.methods.includes(method) || (policy.methods.includes('*') && TOKEN.test(method))) {
        out.push(['Access-Control-Allow-Methods', method]);
      }
      for (const name of granted) out.push(['Access-Control-Allow-Headers', name]);
      out.push(['Access-Control-Max-Age', String(policy.maxAge)]);
    } else {
      let expose = policy.expose;
      if (expose.includes('*')) expose = creds ? carried : ['*'];
      for (const name of expose) out.push(['Access-Control-Expose-Headers', name]);
    }
    return out;
  }

  return req => {
    const preflight = req.method === 'OPTIONS' && req.get('Origin') !== undefined
      && req.get('Access-Control-Request-Method') !== undefined;
    const res = preflight ? new Response(204) : app(req);
    const extra = corsHeaders(req, preflight ? null : carriedNames(res));
    res.headers.push(...extra);
    return res;
  };
});
