"""Take supplier information of the Central Digital Platform into the profile."""

from dataclasses import replace
from datetime import date

from app.domain.incoming import IncomingProfile, Taken
from app.domain.profile import Profile
from app.domain.records import Fact
from app.domain.values import essence
from app.services.import_profile import import_profile
from app.services.ports import Workspace


def import_supplier_information(workspace: Workspace, incoming: IncomingProfile, today: date, by: str = "") -> Taken:
    """Add the facts that say something else than what is held on their day; what agrees stays as it was.

    A fact that differs becomes the newest of its history, so that both values and their sources can be seen; where
    the file does not say since when it holds, it holds from today.
    """
    with workspace.work("Compare supplier information", by) as work:
        held = work.profile()
    news = tuple(_beside(one, held, today) for one in incoming.profile.facts if not _agrees(one, held, today))
    agreed = len(incoming.profile.facts) - len(news)
    facts = replace(incoming.profile, facts=news)
    return import_profile(workspace, replace(incoming, profile=facts), today, by) + Taken(unchanged=agreed)


def _agrees(fact: Fact, held: Profile, today: date) -> bool:
    known = held.fact_on(fact.key, fact.valid_from or today)
    return known is not None and essence(known.value) == essence(fact.value)


def _beside(fact: Fact, held: Profile, today: date) -> Fact:
    """Give a fact a beginning where without one it would replace what is known."""
    return replace(fact, valid_from=today) if fact.valid_from is None and held.history(fact.key) else fact
