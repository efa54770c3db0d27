'use strict';
// Correct: is generous in what it accepts, where no browser can profit from it.
//
// L35 http and https origins are compared without regard to case, L36 with a trailing slash or the default port tolerated,
// and echoed as sent; L03 `Content-Length: 0` on 204; L20 plain OPTIONS is answered by the layer, unless the policy lists
// OPTIONS; L21 so is OPTIONS with a request method but without an origin; L25 requested headers over several lines, with spaces
// and in any case; L13 an echo as asked; L16; L56 If-None-Match is answered 304 with the grant of the one who asks; L12, L59;
// L28 Vary with three names on preflights; L41 the last of several Origin lines counts; L31 the trap grants nothing.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

const normal = origin => {
  if (!/^https?:/i.test(origin)) return origin;
  const lower = origin.toLowerCase().replace(/\/$/, '');
  return lower.startsWith('https:') ? lower.replace(/:443$/, '') : lower.replace(/:80$/, '');
};

run(policy => {
  const app = application(policy);
  const listed = new Set(policy.origins);
  const ask = (req, name) => req.all(name).join(',').split(',').map(t => t.trim()).filter(t => TOKEN.test(t));
  const welcome = origin => origin !== undefined && !policy.trap
    && (policy.star || listed.has(normal(origin)) || listed.has(origin) || policy.matches(normal(origin)));

  const grant = (req, res) => {
    const origin = req.all('Origin').pop();
    if (!welcome(origin)) return false;
    res.add('access-control-allow-origin', origin);
    if (policy.credentials) res.add('access-control-allow-credentials', 'true');
    return true;
  };

  const options = req => {
    const res = new Response(204, [['Content-Length', '0'],
      ['Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers']]);
    if (!grant(req, res)) return res;
    const methods = policy.methods.includes('*') ? ['PATCH', 'GET', 'PUT', 'HEAD', 'DELETE', 'POST',
      ...ask(req, 'Access-Control-Request-Method')] : policy.methods;
    const allowed = policy.headers.map(h => h.toLowerCase());
    const headers = ask(req, 'Access-Control-Request-Headers').filter(h => allowed.includes('*') || allowed.includes(h.toLowerCase()));
    if (methods.length) res.add('access-control-allow-methods', methods.join(',\t'));
    if (headers.length) res.add('access-control-allow-headers', headers.join(', '));
    return res.add('access-control-max-age', policy.maxAge);
  };

  const actual = req => {
    let res = app(req);
    if (res.status === 200 && /^(GET|HEAD)$/.test(req.method)) {
      if (!res.get('ETag')) res.add('ETag', '"v1"');
      const tags = (req.get('If-None-Match') ?? '').split(',').map(t => t.trim().replace(/^W\//, ''));
      if (tags.includes(res.get('ETag'))) res = new Response(304, [['ETag', res.get('ETag')]]);
    }
    const carried = carriedNames(res);
    res.add('Vary', 'Origin');
    if (!grant(req, res)) return res;
    const names = policy.expose.includes('*') ? (policy.credentials ? carried : ['*']) : policy.expose;
    return names.length ? res.add('access-control-expose-headers', names.join(', ')) : res;
  };

  return req => {
    const listsOptions = policy.methods.includes('OPTIONS') || policy.methods.includes('*');
    const preflight = req.get('Access-Control-Request-Method') !== undefined;
    return req.method === 'OPTIONS' && (preflight || !listsOptions) ? options(req) : actual(req);
  };
});
