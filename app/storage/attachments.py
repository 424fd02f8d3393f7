"""Files inside the workspace, named by what they hold, in chunks: no row of the database grows beyond bounds."""

import hashlib

import sqlalchemy as sa

from app.storage.records import Note
from app.storage.tables import ATTACHMENT, ATTACHMENT_CHUNK

CHUNK = 1024 * 1024
"""Bytes in a chunk, at most."""


class SqlAttachments:
    """The attachments seen from one unit of work."""

    def __init__(self, connection: sa.Connection, note: Note) -> None:
        self._connection = connection
        self._note = note

    def put(self, content: bytes) -> str:
        """Keep `content` once, however often it is put, and give its SHA-256 in hexadecimal."""
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self:
            self._connection.execute(sa.insert(ATTACHMENT), {"digest": digest, "size": len(content)})
            for number, start in enumerate(range(0, len(content), CHUNK)):
                chunk = {"digest": digest, "number": number, "content": content[start : start + CHUNK]}
                self._connection.execute(sa.insert(ATTACHMENT_CHUNK), chunk)
            self._note(ATTACHMENT.name, digest, None, {"size": len(content)})
        return digest

    def read(self, digest: str) -> bytes:
        """Give back what was put. Raises `KeyError` where nothing was."""
        if digest not in self:
            raise KeyError(digest)
        mine = ATTACHMENT_CHUNK.c.digest == digest
        query = sa.select(ATTACHMENT_CHUNK.c.content).where(mine).order_by(ATTACHMENT_CHUNK.c.number)
        return b"".join(self._connection.execute(query).scalars())

    def __contains__(self, digest: str) -> bool:
        query = sa.select(ATTACHMENT.c.digest).where(ATTACHMENT.c.digest == digest)
        return self._connection.execute(query).first() is not None
