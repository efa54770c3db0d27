<?php
// The recipes that circulate, each with its usual fault, set from the policy.
declare(strict_types=1);

/** The careful recipe, but that preg_match searches by the regex as it is written. */
function answer_cors_unanchored(Policy $policy): void
{
    answer_cors($policy, anchored: false);
}

/** The headers that the recipes send with every answer, whatever is asked. */
function recipe_headers(Policy $policy): void
{
    if ($policy->credentials) {
        header('Access-Control-Allow-Credentials: true');
    }
    write_list('Access-Control-Allow-Methods', $policy->methods);
    write_list('Access-Control-Allow-Headers', $policy->headers);
    write_list('Access-Control-Expose-Headers', $policy->exposed);
    if ($policy->max_age !== null) {
        header("Access-Control-Max-Age: $policy->max_age");
    }
}

/** Every OPTIONS is taken for a preflight. */
function exit_on_options(): void
{
    if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
        exit(0);
    }
}

/** The star on every answer, also with credentials. */
function star_recipe(Policy $policy): void
{
    header('Access-Control-Allow-Origin: *');
    recipe_headers($policy);
}

/** The origin is echoed, whatever it is, as are the headers that a preflight asks for. */
function echo_recipe(Policy $policy): void
{
    if (isset($_SERVER['HTTP_ORIGIN'])) {
        recipe_headers($policy);
        header("Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']}");
        header('Access-Control-Allow-Credentials: true');
    }
    if (isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_HEADERS'])) {
        header("Access-Control-Allow-Headers: {$_SERVER['HTTP_ACCESS_CONTROL_REQUEST_HEADERS']}");
    }
    exit_on_options();
}

/** The origin is echoed where the test finds a listed one, without its scheme, in it, or where any is listed. */
function host_recipe(Policy $policy, callable $test): void
{
    $origin = $_SERVER['HTTP_ORIGIN'] ?? '';
    foreach ($policy->origins as $listed) {
        if ($policy->any_origin() || $test($origin, preg_replace('~^.*//~', '', $listed))) {
            header("Access-Control-Allow-Origin: $origin");
            recipe_headers($policy);
            break;
        }
    }
    exit_on_options();
}

/** The host, with its port if it has one, is looked for anywhere in the origin. */
function strpos_recipe(Policy $policy): void
{
    host_recipe($policy, fn ($origin, $host) => strpos($origin, $host) !== false);
}

/** The host is compared with the end of the origin. */
function suffix_recipe(Policy $policy): void
{
    host_recipe($policy, fn ($origin, $host) => substr($origin, -strlen($host)) === $host);
}

/** All origins in one header, as if it were a list. */
function implode_recipe(Policy $policy): void
{
    write_list('Access-Control-Allow-Origin', $policy->origins);
    recipe_headers($policy);
    exit_on_options();
}
