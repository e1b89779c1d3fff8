"""How often somebody may try to log in, so that nobody guesses a password and nobody keeps anybody else out.

Tries are counted for an hour, before the password is looked at, so that a hundred at once are counted like a hundred in
a row; a try that succeeds is given back. What counts is where it comes from:

- a browser in which this account has logged in before (it holds a signed cookie) is counted by itself. Whatever others
  do, from the same office or from anywhere, such a browser has all its tries;
- any other is counted by its network: for this account, and for all accounts together, so that trying one password on
  everybody ends as well;
- an account that is tried from many networks gives each unknown network fewer tries. It is never closed: whoever knows
  the password gets in from a place nobody has seen, with the first try.

An account that does not exist is counted like one that does, and answered alike. The counts hold neither names nor
addresses (`editorial.visitors.limits`).
"""

import secrets
import sys
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from editorial.base.network.client_address import network
from editorial.visitors import limits
from editorial.visitors.limits import RateLimitKey

#: Seconds for which a browser stays known: a year.
KNOWN_FOR = 365 * 24 * 60 * 60
_SALT = "editorial.login_limits"


@dataclass(frozen=True)
class Attempt:
    """A try to log in that was counted, and whether the password may be looked at."""

    claims: tuple[RateLimitKey, ...]
    at: datetime
    is_allowed: bool

    def succeeded(self) -> None:
        """Give it back: who knows the password has not guessed."""
        limits.give_back(self.claims, now=self.at)

    def seconds_to_wait(self) -> int:
        """Seconds until counting begins again."""
        return limits.seconds_left(self.at)

    def refusal(self) -> str:
        """What somebody is told whose try is one too many; the same for every account, whether it exists or not."""
        minutes = -(-self.seconds_to_wait() // 60)
        return ngettext(
            "Too many attempts to log in from here. Try again in one minute.",
            "Too many attempts to log in from here. Try again in %(count)s minutes.",
            minutes,
        ) % {"count": minutes}


def begin(account: str, *, address: str, cookie: str, now: datetime) -> Attempt:
    """Count a try to log in.

    :param account: the user name as it was typed.
    :param address: the client's IP address, empty where it is not known.
    :param cookie: what the browser holds of `remember`, or nothing.
    """
    most = settings.LOGIN_LIMITS
    browser = _known_browser(account, cookie)
    if browser:
        claims: tuple[RateLimitKey, ...] = (RateLimitKey("login", f"{account}\0browser {browser}"),)
        allowed = {"login": most["tries"]}
    else:
        here, everywhere = network(address) or "unknown", RateLimitKey("login account", account)
        is_guarded = limits.reached([everywhere], now=now, limits={"login account": most["account"]})
        # The account's count refuses nobody; it only makes the others shorter.
        claims = (RateLimitKey("login", f"{account}\0{here}"), RateLimitKey("login network", here), everywhere)
        tries = most["guarded"] if is_guarded else most["tries"]
        allowed = {"login": tries, "login network": most["network"], "login account": sys.maxsize}
    return Attempt(claims, now, not limits.exceeded(claims, now=now, limits=allowed))


def remember(account: str) -> str:
    """What a browser is given to hold in which the account has just logged in. It names nobody and opens nothing."""
    return signing.dumps([_hidden(account), secrets.token_hex(16)], salt=_SALT)


def _known_browser(account: str, cookie: str) -> str:
    """The browser's number, if this account has logged in there within a year; else nothing."""
    try:
        held = signing.loads(cookie, salt=_SALT, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return ""
    return str(held[1]) if held[0] == _hidden(account) else ""


def _hidden(account: str) -> str:
    return salted_hmac(_SALT, account, algorithm="sha256").hexdigest()
