"""Vectors of texts, by the model that made them: a cache inside the encrypted file, outside the journal."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from app.storage.tables import VECTOR


class SqlVectors:
    """The vectors seen from one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self, model: str) -> dict[str, bytes]:
        """Give every vector of a model by the digest of its texts."""
        query = sa.select(VECTOR.c.digest, VECTOR.c.content).where(VECTOR.c.model == model)
        return {row.digest: row.content for row in self._connection.execute(query)}

    def digests(self, model: str) -> frozenset[str]:
        """Name the texts whose vectors are kept."""
        query = sa.select(VECTOR.c.digest).where(VECTOR.c.model == model)
        return frozenset(self._connection.execute(query).scalars())

    def put(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors; those kept already stay."""
        made = [{"model": model, "digest": digest, "content": content} for digest, content in vectors.items()]
        if made:
            self._connection.execute(sa.insert(VECTOR).prefix_with("OR IGNORE"), made)

    def keep_only(self, model: str, digests: Iterable[str]) -> None:
        """Let go of every vector of another model or of texts that are gone."""
        gone = self.digests(model) - frozenset(digests)
        self._connection.execute(sa.delete(VECTOR).where(VECTOR.c.model != model))
        for digest in gone:
            self._connection.execute(sa.delete(VECTOR).where(VECTOR.c.model == model, VECTOR.c.digest == digest))
