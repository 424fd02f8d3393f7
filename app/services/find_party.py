"""Find the party a user names."""

from app.domain.errors import NotFound
from app.domain.profile import Profile
from app.domain.records import Party


def find_party(profile: Profile, name: str) -> Party:
    """Find a party by its key, its id or its name. Raises `NotFound`."""
    called = name.strip().casefold()
    for party in profile.parties:
        if called in (party.key.casefold(), party.id, party.name.casefold()):
            return party
    raise NotFound("party", name)
