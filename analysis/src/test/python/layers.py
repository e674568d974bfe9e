"""Reference values of layers from PyTorch in double precision.

    python3 analysis/src/test/python/layers.py > analysis/src/test/resources/gradlab/analysis/layer/pytorch.txt

One line a quantity, `layer;quantity;numbers`: x (two points), p (all parameters in the order of the block), y (the
values), dy (drawn), dx and dp (the gradients of dy'y by x and by those parameters that are trained).
"""

import math
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(20240607)


def layer(name, inputs, shapes, function, given=(), x=None):
    """Prints the lines of one layer; `given` are the places of parameters that are not trained."""
    x = torch.randn(2, inputs) if x is None else x
    x.requires_grad_(True)
    parameters = []
    for place, shape in enumerate(shapes):
        value = torch.rand(shape) * 0.6 + 0.2 if place in given else torch.randn(shape)
        parameters.append(value.requires_grad_(place not in given))
    rows = [function(row, *parameters).reshape(-1) for row in x]
    y = torch.stack(rows)
    dy = torch.randn_like(y)
    trained = [p for p in parameters if p.requires_grad]
    gradients = torch.autograd.grad((y * dy).sum(), [x] + trained, allow_unused=True)
    dx = torch.zeros_like(x) if gradients[0] is None else gradients[0]
    show(name, "x", [x])
    show(name, "p", parameters)
    show(name, "y", [y])
    show(name, "dy", [dy])
    show(name, "dx", [dx])
    show(name, "dp", gradients[1:])


def show(name, quantity, tensors):
    numbers = [repr(v) for t in tensors for v in t.detach().reshape(-1).tolist()]
    print(name, quantity, " ".join(numbers), sep=";")


def same(x, kernel, mode):
    """Pads the last axes so that a window of this kernel, centred, gives as many outputs."""
    pads = []
    for k in reversed(kernel):
        pads += [(k - 1) // 2, k // 2]
    return F.pad(x, pads, mode=mode)


def entrywise(name, function):
    layer(name, 6, [], lambda x: function(x))


def mlp(x, w, b, v):
    return F.linear(torch.tanh(F.linear(x, w, b)), v)


MLP = [(3, 2), (3,), (2, 3)]


def heads(x, tokens, wq, bq, wk, bk, wv, bv, wo, bo, count, keys, values):
    t = x.reshape(tokens, -1)
    q = F.linear(t, wq, bq).reshape(tokens, count, keys).transpose(0, 1)
    k = F.linear(t, wk, bk).reshape(tokens, count, keys).transpose(0, 1)
    v = F.linear(t, wv, bv).reshape(tokens, count, values).transpose(0, 1)
    weights = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(keys), dim=-1)
    return F.linear((weights @ v).transpose(0, 1).reshape(tokens, count * values), wo, bo)


def causal(x, wq, wk, wv, wo):
    t = x.reshape(3, 2)
    scores = F.linear(t, wq) @ F.linear(t, wk).T
    scores = scores.masked_fill(torch.triu(torch.ones(3, 3), 1) > 0, -math.inf)
    return F.linear(torch.softmax(scores, -1) @ F.linear(t, wv), wo)


def multihead(x, wq, bq, wk, bk, wv, bv, wo, bo):
    """The framework's own module, for as many keys and values as the width."""
    t = x.reshape(3, 1, 4)
    return F.multi_head_attention_forward(
        t, t, t, 4, 2, torch.cat([wq, wk, wv]), torch.cat([bq, bk, bv]), None, None, False, 0.0, wo, bo,
        training=False, need_weights=False)[0]


def rotary(x, d, positions):
    t = x.reshape(len(positions), d // 2, 2)
    frequency = 10000.0 ** (-2 * torch.arange(d // 2, dtype=torch.float64) / d)
    angle = torch.tensor(positions, dtype=torch.float64)[:, None] * frequency
    turned = torch.view_as_complex(t.contiguous()) * torch.polar(torch.ones_like(angle), angle)
    return torch.view_as_real(turned)


def rnn(x, h, w, u, b):
    zero = torch.zeros_like(b)
    return torch._VF.rnn_tanh_cell(x[None], h[None], u, w, b, zero)[0]


def lstm(x, state, w, u, b):
    h, c = state[:3], state[3:]
    h, c = torch._VF.lstm_cell(x[None], (h[None], c[None]), u, w, b, torch.zeros_like(b))
    return torch.cat([h[0], c[0]])


def gru(x, h, w, u, b, c):
    return torch._VF.gru_cell(x[None], h[None], u, w, b, c)[0]


def unrolled(cell, x, steps, parameters, shown):
    *weights, state = parameters
    hidden = []
    for t in range(steps):
        state = cell(x[2 * t:2 * t + 2], state, *weights)
        hidden.append(state[:3])
    return torch.cat(hidden) if shown else hidden[-1]


RNN = [(3, 3), (3, 2), (3,)]
LSTM = [(12, 3), (12, 2), (12,)]
GRU = [(9, 3), (9, 2), (9,), (9,)]

print(f"# PyTorch {torch.__version__}, analysis/src/test/python/layers.py, Python {sys.version.split()[0]}")
layer("affine", 4, [(3, 4), (3,)], F.linear)
layer("conv1d zero", 6, [(1, 1, 3)], lambda x, w: F.conv1d(same(x.view(1, 1, 6), [3], "constant"), w))
layer("conv1d circular", 6, [(1, 1, 4)], lambda x, w: F.conv1d(same(x.view(1, 1, 6), [4], "circular"), w))
layer("conv2d", 12, [(1, 1, 3, 2)], lambda x, w: F.conv2d(same(x.view(1, 1, 3, 4), [3, 2], "circular"), w))
layer("conv1d strided", 28, [(6, 2, 3), (6,)], lambda x, w, b: F.conv1d(
    F.pad(x.view(1, 4, 7), [1, 2]), w, b, stride=2, dilation=2, groups=2))
layer("conv2d strided", 24, [(3, 2, 2, 3), (3,)], lambda x, w, b: F.conv2d(
    F.pad(x.view(1, 2, 3, 4), [1, 1, 0, 1], mode="reflect"), w, b, stride=(1, 2)))
layer("avgpool", 12, [], lambda x: F.avg_pool1d(x.view(1, 2, 6), 2))
layer("avgpool counted", 9, [], lambda x: F.avg_pool2d(x.view(1, 1, 3, 3), 2, 1, 1, count_include_pad=True))
layer("avgpool inside", 9, [], lambda x: F.avg_pool2d(x.view(1, 1, 3, 3), 2, 1, 1, count_include_pad=False))
layer("maxpool", 12, [], lambda x: F.max_pool1d(x.view(1, 2, 6), 2))
layer("maxpool around", 9, [], lambda x: F.max_pool2d(x.view(1, 1, 3, 3), 2, 1, 1))
entrywise("relu", F.relu)
layer("leaky_relu", 6, [()], lambda x, a: F.leaky_relu(x, a.item()), given=(0,))
layer("elu", 6, [()], lambda x, a: F.elu(x, a.item()), given=(0,))
entrywise("tanh", torch.tanh)
entrywise("sigmoid", torch.sigmoid)
entrywise("softplus", lambda x: F.softplus(x, threshold=1000))
entrywise("selu", F.selu)
entrywise("gelu", F.gelu)
entrywise("gelu_tanh", lambda x: F.gelu(x, approximate="tanh"))
entrywise("silu", F.silu)
entrywise("hard_swish", F.hardswish)
entrywise("mish", F.mish)
layer("softmax", 6, [], lambda x: torch.softmax(x, 0))
layer("logsoftmax", 6, [], lambda x: torch.log_softmax(x, 0))
layer("layernorm", 6, [(), (3,), (3,)], lambda x, e, g, b: F.layer_norm(x.view(2, 3), [3], g, b, e.item()), given=(0,))
layer("rmsnorm", 6, [(), (3,)], lambda x, e, g: x.view(2, 3) * torch.rsqrt(
    x.view(2, 3).pow(2).mean(-1, keepdim=True) + e) * g, given=(0,))
layer("batchnorm", 24, [(), (2,), (2,)], lambda x, e, g, b: F.batch_norm(
    x.view(4, 2, 3), None, None, g, b, training=True, eps=e.item()), given=(0,))
layer("batchnorm of scalars", 5, [()], lambda x, e: F.batch_norm(
    x.view(5, 1), None, None, training=True, eps=e.item()), given=(0,))
layer("batchnorm frozen", 6, [(), (2,), (2,), (2,), (2,)], lambda x, e, g, b, m, v: F.batch_norm(
    x.view(1, 2, 3), m, v, g, b, training=False, eps=e.item()), given=(0, 3, 4))
layer("residual", 2, [()] + MLP, lambda x, h, w, b, v: x + h * mlp(x, w, b, v), given=(0,))
layer("attention", 12, [(2, 4), (2, 4), (3, 4)], lambda x, q, k, v: torch.softmax(
    F.linear(x.view(3, 4), q) @ F.linear(x.view(3, 4), k).T / math.sqrt(2), -1) @ F.linear(x.view(3, 4), v))
layer("attention of heads", 12, [(6, 4), (6,), (6, 4), (6,), (4, 4), (4,), (4, 4), (4,)],
      lambda x, *p: heads(x, 3, *p, 2, 3, 2))
layer("attention of the framework", 12, [(4, 4), (4,)] * 4, multihead)
layer("attention causal", 6, [(2, 2)] * 4, causal)
layer("embedding", 3, [(5, 2)], lambda x, table: F.embedding(x.long(), table),
      x=torch.tensor([[4.0, 0.0, 4.0], [1.0, 2.0, 3.0]]))
layer("rotary", 8, [], lambda x: rotary(x, 4, [3, 100]))
layer("dropout", 5, [(5,), ()], lambda x, m, p: x * m / (1 - p), given=(0, 1))
layer("rnn of state", 3, RNN + [(2,)], lambda h, w, u, b, x: rnn(x, h, w, u, b), given=(3,))
layer("rnn", 5, RNN, lambda x, w, u, b: rnn(x[:2], x[2:], w, u, b))
layer("rnn unrolled", 6, RNN + [(3,)], lambda x, *p: unrolled(rnn, x, 3, p, True), given=(3,))
layer("lstm of state", 6, LSTM + [(2,)], lambda s, w, u, b, x: lstm(x, s, w, u, b), given=(3,))
layer("lstm", 8, LSTM, lambda x, w, u, b: lstm(x[:2], x[2:], w, u, b))
layer("lstm unrolled", 8, LSTM + [(6,)], lambda x, *p: unrolled(lstm, x, 4, p, False), given=(3,))
layer("gru of state", 3, GRU + [(2,)], lambda h, w, u, b, c, x: gru(x, h, w, u, b, c), given=(4,))
layer("gru", 5, GRU, lambda x, w, u, b, c: gru(x[:2], x[2:], w, u, b, c))
layer("gru unrolled", 6, GRU + [(3,)], lambda x, *p: unrolled(gru, x, 3, p, True), given=(4,))
layer("affine coupling", 4, MLP + MLP, lambda x, *p: torch.cat(
    [x[:2], x[2:] * torch.exp(mlp(x[:2], *p[:3])) + mlp(x[:2], *p[3:])]))
layer("additive coupling", 4, MLP, lambda x, *p: torch.cat([x[:2], x[2:] + mlp(x[:2], *p)]))
layer("planar flow", 4, [(4,), (4,), ()], lambda x, u, w, b: x + u * torch.tanh(w @ x + b))
layer("invertible 1x1", 12, [(3, 3)], lambda x, w: F.conv1d(x.view(1, 3, 4), w[:, :, None]))
layer("cross-entropy", 5, [(5,)], lambda x, t: F.cross_entropy(x[None], t[None]), given=(0,))
layer("mean squared error", 5, [(5,)], lambda x, t: F.mse_loss(x, t), given=(0,))
layer("swapped", 6, [], lambda x: x.view(2, 3).T)
layer("last of a sequence", 6, [], lambda x: x.view(3, 2)[-1])
layer("mean of rows", 6, [], lambda x: x.view(3, 2).mean(0))
layer("mean of columns", 6, [], lambda x: x.view(3, 2).mean(1))
layer("offset", 4, [(4,)], lambda x, b: x + b)
