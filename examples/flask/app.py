"""A Flask application that signs its users in with Foyer, by Logto's Python SDK, unmodified."""
import os
from typing import Union

from dotenv import load_dotenv
from flask import Flask, redirect, render_template_string, request, session, url_for
from logto import LogtoClient, LogtoConfig, LogtoException, Storage

load_dotenv()

app = Flask(__name__)
app.secret_key = os.environ["SESSION_SECRET"]


class SessionStorage(Storage):
    """Keeps the SDK's state in Flask's signed session cookie."""

    def get(self, key: str) -> Union[str, None]:
        return session.get(key, None)

    def set(self, key: str, value: Union[str, None]) -> None:
        session[key] = value

    def delete(self, key: str) -> None:
        session.pop(key, None)


client = LogtoClient(
    LogtoConfig(
        endpoint=os.environ["FOYER_ENDPOINT"],
        appId=os.environ["FOYER_APP_ID"],
        appSecret=os.environ["FOYER_APP_SECRET"],
        # `openid`, `offline_access` and `profile` are asked for anyway.
        scopes=["phone", "email"],
    ),
    storage=SessionStorage(),
)

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bookstore</title>
<style>body { max-width: 34rem; margin: 12vh auto; padding: 0 1rem; font: 1rem/1.6 system-ui }</style>
<h1>Bookstore</h1>
{% if request.args.refused %}<p role="alert">You were not signed in.</p>{% endif %}
{% if claims %}
<p>Signed in as <strong>{{ claims.phone_number or claims.email or claims.sub }}</strong>.</p>
<p><a href="{{ url_for('sign_out') }}">Sign out</a></p>
{% else %}
<p><a href="{{ url_for('sign_in') }}">Sign in</a> or <a href="{{ url_for('sign_up') }}">create an account</a></p>
{% endif %}
"""


@app.route("/")
async def home():
    claims = client.getIdTokenClaims() if client.isAuthenticated() else None
    return render_template_string(PAGE, claims=claims)


@app.route("/sign-in")
async def sign_in():
    return redirect(await client.signIn(redirectUri=url_for("callback", _external=True)))


@app.route("/sign-up")
async def sign_up():
    return redirect(await client.signIn(redirectUri=url_for("callback", _external=True), interactionMode="signUp"))


@app.route("/callback")
async def callback():
    try:
        await client.handleSignInCallback(request.url)
    except LogtoException as error:
        # Mostly somebody who pressed "Don't allow" (access_denied); with invalid_client the secret is wrong.
        app.logger.warning("Not signed in: %s", error)
        return redirect(url_for("home", refused=1))
    return redirect(url_for("home"))


@app.route("/sign-out")
async def sign_out():
    return redirect(await client.signOut(postLogoutRedirectUri=url_for("home", _external=True)))
