<?php
// The careful recipe, by the meaning of the policy.
declare(strict_types=1);

/** Whether the policy grants the origin; its regex must match the whole of it, unless it is not to be anchored. */
function is_granted(Policy $policy, string $origin, bool $anchored): bool
{
    if (in_array($origin, $policy->origins, true)) {
        return true;
    }
    $regex = str_replace('~', '\~', $policy->regex ?? '');
    return $policy->regex !== null && preg_match($anchored ? "~\A(?:$regex)\z~" : "~$regex~", $origin) === 1;
}

/** Adds what the policy grants to the answer, and ends where the request is a preflight. */
function answer_cors(Policy $policy, bool $anchored = true): void
{
    $origin = $_SERVER['HTTP_ORIGIN'] ?? null;
    $asked = $_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD'] ?? null;
    $preflight = $_SERVER['REQUEST_METHOD'] === 'OPTIONS' && $origin !== null && $asked !== null;
    if ($policy->any_origin()) {
        // Every answer is the same, and there are no credentials with it: any page would get them.
        grant($policy, '*', false, $preflight);
    } else {
        header('Vary: Origin', false);
        if ($origin !== null && is_granted($policy, $origin, $anchored)) {
            grant($policy, $origin, $policy->credentials, $preflight);
        }
    }
    if ($preflight) {
        http_response_code(204);
        exit;
    }
}

/** Writes the headers of a grant: those of a preflight, or those of an actual request. */
function grant(Policy $policy, string $origin, bool $credentials, bool $preflight): void
{
    header("Access-Control-Allow-Origin: $origin");
    if ($credentials) {
        header('Access-Control-Allow-Credentials: true');
    }
    if (!$preflight) {
        $exposed = $policy->exposed === ['*'] && $credentials ? [] : $policy->exposed;
        write_list('Access-Control-Expose-Headers', $exposed);
        return;
    }
    // With credentials, a browser takes * for a name; without, it does not cover Authorization: what is asked is told.
    $method = $_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD'];
    $headers = $_SERVER['HTTP_ACCESS_CONTROL_REQUEST_HEADERS'] ?? '';
    write_list('Access-Control-Allow-Methods', $policy->methods === ['*'] ? [$method] : $policy->methods);
    write_list('Access-Control-Allow-Headers', $policy->headers === ['*'] ? [$headers] : $policy->headers);
    if ($policy->max_age !== null) {
        header("Access-Control-Max-Age: $policy->max_age");
    }
}

/** Writes a header whose value is a list, unless that is empty. */
function write_list(string $name, array $members): void
{
    $value = implode(', ', $members);
    if ($value !== '') {
        header("$name: $value");
    }
}
