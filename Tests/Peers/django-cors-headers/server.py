"""Django with the routes that corspec asks for, and CORS by django-cors-headers.

Its command line is that of ../python/peer.py. The settings are what "corspec emit" writes; made by hand where corspec
refuses to, and in the ways that people write: with --regex unanchored, and with --style star, which lists "*" among the
methods and headers. django-cors-headers has no such word and sends it as it stands.
"""

import pathlib
import sys

import django
from django.conf import settings
from django.core import checks
from django.core.asgi import get_asgi_application
from django.http import HttpResponse
from django.urls import path

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

ARGUMENTS = peer.parse(styles=["star"])
POLICY = ARGUMENTS.policy
METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]


def settings_by_hand(policy, regex, style):
    """The settings of django-cors-headers. Each that has a default which grants is given."""
    given = {
        "CORS_ALLOW_METHODS": METHODS if policy.any_method and style != "star" else policy.methods,
        "CORS_ALLOW_HEADERS": policy.headers,
        "CORS_ALLOW_CREDENTIALS": policy.credentials,
        "CORS_EXPOSE_HEADERS": policy.exposed,
    }
    if policy.any_origin:
        given["CORS_ALLOW_ALL_ORIGINS"] = True
    else:
        given["CORS_ALLOWED_ORIGINS"] = policy.origins
    if policy.regex is not None:
        given["CORS_ALLOWED_ORIGIN_REGEXES"] = [policy.regex if regex == "unanchored" else policy.whole_regex]
    if policy.max_age is not None:
        given["CORS_PREFLIGHT_MAX_AGE"] = policy.max_age
    return given


def cors_settings(arguments):
    is_careful = arguments.regex == "anchored" and arguments.style is None
    module = peer.emitted_module("django-cors-headers", arguments.file) if is_careful else None
    if module is None:
        return settings_by_hand(arguments.policy, arguments.regex, arguments.style)
    # As Django reads its settings module.
    return {name: value for name, value in module.items() if name.isupper()}


def unauthorized(request):
    """The answer to a request that does not say who asks; None for one that does."""
    if peer.is_authorized(request.headers.get("authorization"), request.COOKIES):
        return None
    return HttpResponse(status=401, headers={"WWW-Authenticate": peer.REALM})


class AuthenticationOutside:
    """Answers 401 to /protected before anything within is asked, preflights included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        answer = unauthorized(request) if request.path == "/protected" else None
        return answer or self.get_response(request)


def opened(request):
    return HttpResponse("open", headers=POLICY.carried())


def protected(request):
    return unauthorized(request) or HttpResponse("protected", headers=POLICY.carried())


def failing(request):
    raise RuntimeError(peer.FAILURE)


urlpatterns = [path("open", opened), path("protected", protected), path("failing", failing)]


def main():
    middleware = ["corsheaders.middleware.CorsMiddleware", "django.middleware.common.CommonMiddleware"]
    if ARGUMENTS.auth == "outside":
        # The first of the list is outermost.
        middleware.insert(0, f"{__name__}.AuthenticationOutside")
    settings.configure(
        ALLOWED_HOSTS=["*"], INSTALLED_APPS=["corsheaders"], LOGGING_CONFIG=None, MIDDLEWARE=middleware,
        ROOT_URLCONF=__name__, SECRET_KEY="corspec",
        **cors_settings(ARGUMENTS))
    django.setup()
    # As manage.py does before it serves.
    errors = [check for check in checks.run_checks() if check.is_serious()]
    if errors:
        sys.exit("\n".join(str(error) for error in errors))
    peer.serve_asgi(get_asgi_application(), ARGUMENTS.port)


if __name__ == "__main__":
    main()
