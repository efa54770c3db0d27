// An adapter for corspec in JavaScript: a CORS layer around four routes, speaking JSON, one object a line.
//
//     corspec run --adapter 'node adapter.js'

const COMMON = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Four routes, and what a policy grants around them. Put your own framework in its place. */
class Application {
  constructor(policy) {
    this.origins = policy.allow_origins ?? [];
    this.regex = policy.allow_origin_regex ? new RegExp(`^(?:${policy.allow_origin_regex})$`, "u") : null;
    this.methods = policy.allow_methods ?? ["GET"];
    this.headers = (policy.allow_headers ?? []).map((name) => name.toLowerCase());
    this.credentials = policy.allow_credentials ?? false;
    this.exposed = policy.expose_headers ?? [];
    this.maxAge = policy.max_age;
    if (this.credentials && this.grants("https://any.invalid")) throw new Error("credentials for any origin");
  }

  grants(origin) {
    return this.origins.includes(origin) || this.origins[0] === "*" || (this.regex?.test(origin) ?? false);
  }

  answer(method, path, headers) {
    const values = (wanted) => headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
    const origins = values("origin");
    const isGranted = origins.length === 1 && this.grants(origins[0]);
    const asked = values("access-control-request-method");
    let status = 204;
    let lines;
    if (method === "OPTIONS" && origins.length && asked.length) {
      lines = isGranted ? this.preflight(asked[0], values("access-control-request-headers").join(",")) : [];
    } else {
      [status, lines] = this.route(path.split("?")[0], values("authorization"), values("cookie"));
      const exposed = this.exposed[0] === "*" ? this.carried.concat("X-Corspec-Hidden") : this.exposed;
      if (isGranted && exposed.length) lines.push(["Access-Control-Expose-Headers", exposed.join(", ")]);
    }
    lines.push(["Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"]);
    if (isGranted) {
      lines.push(["Access-Control-Allow-Origin", origins[0]]);
      if (this.credentials) lines.push(["Access-Control-Allow-Credentials", "true"]);
    }
    return { status, headers: lines };
  }

  preflight(method, text) {
    const names = text.split(",").map((name) => name.trim().toLowerCase()).filter((name) => name);
    const methods = this.methods[0] === "*" ? COMMON : this.methods;
    const isListed = (name) => this.headers[0] === "*" || this.headers.includes(name);
    if (!methods.includes(method) || !names.every(isListed)) return [];
    const lines = [["Access-Control-Allow-Methods", method]];
    if (names.length) lines.push(["Access-Control-Allow-Headers", names.join(", ")]);
    if (this.maxAge !== undefined) lines.push(["Access-Control-Max-Age", String(this.maxAge)]);
    return lines;
  }

  get carried() {
    return this.exposed[0] === "*" ? ["X-Corspec-One", "X-Corspec-Two"] : this.exposed;
  }

  route(path, authorization, cookies) {
    const isKnown = authorization.includes("Bearer good") || cookies.includes("session=good");
    const opened = this.carried.map((name) => [name, "corspec"]).concat([["X-Corspec-Hidden", "1"]]);
    if (path === "/open" || (path === "/protected" && isKnown)) return [200, opened];
    if (path === "/protected") return [401, [["WWW-Authenticate", "Bearer"]]];
    return [path === "/failing" ? 500 : 404, []];
  }
}

let application;

function reply({ policy, request }) {
  if (request) return { response: application.answer(request.method, request.path, request.headers) };
  if (!policy) return { name: "corspec's example in JavaScript", version: "1" };
  try {
    application = new Application(policy);
    return { ready: true };
  } catch (error) {
    return { rejected: error.message };
  }
}

let rest = "";
process.stdin.setEncoding("utf8").on("data", (text) => {
  const lines = (rest + text).split("\n");
  rest = lines.pop();
  for (const line of lines) process.stdout.write(JSON.stringify(reply(JSON.parse(line))) + "\n");
});
