"""Signs a person in as Logto's Python SDK does on the wire, and judges the answers with Authlib.

Reads its job as JSON on standard input and writes a JSON report. The SDK itself needs packages that Debian does not
have; the order and the spelling of every parameter below are the SDK's, the code is not.
"""
import base64
import hashlib
import json
import secrets
import sys
from urllib.parse import parse_qs, parse_qsl, urlencode, urljoin, urlsplit

import requests
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, JsonWebToken

# What the SDK's discovery model cannot do without.
REQUIRED = [
    "issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri",
    "response_types_supported", "subject_types_supported", "id_token_signing_alg_values_supported",
]
# And the algorithms that its verifier accepts.
ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "ES512"]


def discover(endpoint):
    response = requests.get(endpoint + "/oidc/.well-known/openid-configuration", timeout=20)
    response.raise_for_status()
    found = response.json()
    missing = [name for name in REQUIRED if name not in found]
    if missing:
        raise AssertionError(f"discovery lacks {missing}")
    return found


def challenge(verifier):
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def sign_in_url(oidc, job, app, verifier, state, **extra):
    query = [
        ("client_id", app["id"]),
        ("redirect_uri", job["redirectUri"]),
        ("response_type", "code"),
        ("scope", "phone openid offline_access profile"),
        ("prompt", "consent"),
        ("code_challenge", challenge(verifier)),
        ("code_challenge_method", "S256"),
        ("state", state),
        *extra.items(),
    ]
    return oidc["authorization_endpoint"] + "?" + urlencode(query)


def follow(browser, job, url):
    """Until a page of ours, or an address that is the application's."""
    for _ in range(10):
        response = browser.get(url, allow_redirects=False, timeout=20)
        if "location" not in response.headers:
            return url, response
        url = urljoin(url, response.headers["location"])
        if not url.startswith(job["endpoint"]):
            return url, None
    raise AssertionError("more than ten redirects")


def prove_phone(browser, job, page, phone):
    """The person's part: answers the callback address."""
    headers = {"Logto-App-Id": parse_qs(urlsplit(page).query)["app_id"][0]}
    event = "Register" if urlsplit(page).path == "/register" else "SignIn"
    identifier = {"type": "phone", "value": phone}

    def call(method, path, body=None, expected=(200, 201, 204)):
        answer = browser.request(
            method, f"{job['endpoint']}/api/experience{path}", json=body, headers=headers, timeout=20
        )
        if answer.status_code not in expected:
            raise AssertionError(f"{method} {path}: {answer.status_code} {answer.text}")
        return answer

    call("PUT", "", {"interactionEvent": event})
    sent = call("POST", "/verification/verification-code", {"identifier": identifier, "interactionEvent": event}).json()
    inbox = requests.get(f"{job['sandbox']}/_sandbox/messages", params={"to": "+" + phone, "wait": 20}, timeout=30)
    code = sorted(inbox.json(), key=lambda message: message["at"])[-1]["code"]
    proof = {"identifier": identifier, "verificationId": sent["verificationId"], "code": code}
    call("POST", "/verification/verification-code/verify", proof)
    known = call("POST", "/identification", {"verificationId": sent["verificationId"]}, (201, 204, 404))
    if known.status_code == 404:
        call("PUT", "/interaction-event", {"interactionEvent": "Register"})
        call("POST", "/identification", {"verificationId": sent["verificationId"]})
    return follow(browser, job, call("POST", "/submit").json()["redirectTo"])[0]


def verify(oidc, token, audience):
    jwks = requests.get(oidc["jwks_uri"], timeout=20).json()
    header = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))
    [key] = [key for key in jwks["keys"] if key["kid"] == header["kid"]]
    options = {"iss": {"value": oidc["issuer"]}, "aud": {"value": audience}, "sub": {"essential": True}}
    claims = JsonWebToken(ALGORITHMS).decode(token, JsonWebKey.import_key_set(jwks), claims_options=options)
    claims.validate(leeway=30)
    if not isinstance(claims["aud"], str) or key.get("use", "sig") != "sig":
        raise AssertionError("audience or key use is not what the SDK expects")
    return {"alg": header["alg"], "claims": dict(claims)}


def session_like_the_sdk(oidc, job, app, phone, **extra):
    """Code exchange with the secret in the body; the SDK writes `None` where there is no secret."""
    browser = requests.Session()
    verifier, state = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    page, _ = follow(browser, job, sign_in_url(oidc, job, app, verifier, state, **extra))
    callback = prove_phone(browser, job, page, phone)
    query = dict(parse_qsl(urlsplit(callback).query))
    if query.get("state") != state or "code" not in query:
        raise AssertionError(f"callback {callback}")
    form = {
        "client_id": app["id"],
        "client_secret": str(app.get("secret")),
        "code": query["code"],
        "code_verifier": verifier,
        "redirect_uri": job["redirectUri"],
        "grant_type": "authorization_code",
    }
    tokens = post(oidc, form)
    verified = verify(oidc, tokens["id_token"], app["id"])
    userinfo = read_user(oidc, tokens["access_token"])

    form = {"client_id": app["id"], "refresh_token": tokens["refresh_token"], "grant_type": "refresh_token"}
    if app.get("secret"):
        form["client_secret"] = app["secret"]
    renewed = post(oidc, form)

    query = urlencode({"client_id": app["id"], "post_logout_redirect_uri": job["homeUri"]})
    home, _ = follow(browser, job, oidc["end_session_endpoint"] + "?" + query)
    again, _ = follow(browser, job, sign_in_url(oidc, job, app, verifier, state))
    return {
        "page": urlsplit(page).path,
        "iss": dict(parse_qsl(urlsplit(callback).query)).get("iss"),
        "tokenFields": sorted(tokens),
        "verified": verified,
        "userinfo": userinfo,
        "renewed": renewed["access_token"] != tokens["access_token"],
        "signedOutTo": home,
        "pageAfterwards": urlsplit(again).path,
    }


def post(oidc, form):
    response = requests.post(oidc["token_endpoint"], data=form, timeout=20)
    if response.status_code != 200:
        raise AssertionError(f"{form['grant_type']}: {response.status_code} {response.text}")
    return response.json()


def read_user(oidc, token):
    response = requests.get(oidc["userinfo_endpoint"], headers={"Authorization": f"Bearer {token}"}, timeout=20)
    response.raise_for_status()
    return response.json()


def session_by_authlib(oidc, job, app, phone):
    """The same life in Authlib's own client, which authenticates by Basic."""
    client = OAuth2Session(
        app["id"], app["secret"], redirect_uri=job["redirectUri"], scope="openid profile phone offline_access",
        token_endpoint_auth_method="client_secret_basic", code_challenge_method="S256",
    )
    verifier = secrets.token_urlsafe(48)
    url, _ = client.create_authorization_url(oidc["authorization_endpoint"], code_verifier=verifier, prompt="consent")
    browser = requests.Session()
    page, _ = follow(browser, job, url)
    callback = prove_phone(browser, job, page, phone)
    token = client.fetch_token(oidc["token_endpoint"], authorization_response=callback, code_verifier=verifier)
    verified = verify(oidc, token["id_token"], app["id"])
    user = client.get(oidc["userinfo_endpoint"]).json()
    renewed = client.refresh_token(oidc["token_endpoint"], refresh_token=token["refresh_token"])
    alive = client.introspect_token(oidc["introspection_endpoint"], token=renewed["access_token"]).json()
    revoked = client.revoke_token(oidc["revocation_endpoint"], token=token["refresh_token"])
    return {
        "verified": verified,
        "userinfo": user,
        "renewed": renewed["access_token"] != token["access_token"],
        "active": alive["active"],
        "revocation": revoked.status_code,
    }


def main():
    job = json.load(sys.stdin)
    # A trailing slash in the endpoint doubles it in the address, which has to work too.
    oidc = discover(job["endpoint"] + "/" if job.get("slash") else job["endpoint"])
    confidential, public, authlib = job["phones"]
    report = {
        "confidential": session_like_the_sdk(oidc, job, job["confidential"], confidential, interaction_mode="signUp"),
        "public": session_like_the_sdk(oidc, job, job["public"], public),
        "authlib": session_by_authlib(oidc, job, job["confidential"], authlib),
    }
    json.dump(report, sys.stdout)


main()
