"""Logs a PyTorch training run for 'gradlab diagnose': one line of JSON a step.

    log = GradlabLog(model, "run.jsonl")
    for step, (x, y) in enumerate(batches):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        log.step(step, loss, optimizer)   # after backward and before clipping, so that the norms are those before it
        optimizer.step()
    log.save("state.npz")                 # the weights, for 'gradlab spectrum state.npz --tensor NAME'
    log.close()

Needs PyTorch 1.13 or newer and NumPy, nothing else. Norms are 2-norms in float64, which a float32 norm overflows before.
"""

import json

import numpy
import torch

# From here on a unit is on a flat part: its slope is below 1/100 of the largest.
SATURATED = {torch.nn.Tanh: lambda y: 1 - y * y < 0.01, torch.nn.Sigmoid: lambda y: 4 * y * (1 - y) < 0.01}


class GradlabLog:
    def __init__(self, model, path, every=1):
        self.model = model
        self.every = every
        self.file = open(path, "w", encoding="utf-8")
        self.shares = {}
        self.hooks = [
            module.register_forward_hook(self._look(name or "model"))
            for name, module in model.named_modules()
            if isinstance(module, (torch.nn.ReLU, *SATURATED))
        ]

    def _look(self, name):
        def hook(module, inputs, output):
            if module.training:
                y = output.detach()
                if isinstance(module, torch.nn.ReLU):
                    # Dead: zero at every place of the batch.
                    off = (y == 0).reshape(y.shape[0], -1).all(dim=0)
                    self.shares["dead_share/" + name] = off.double().mean().item()
                else:
                    flat = SATURATED[type(module)](y)
                    self.shares["saturated_share/" + name] = flat.double().mean().item()

        return hook

    def step(self, step, loss=None, optimizer=None, **more):
        """Writes the line of a step; more numbers to log can be given by name."""
        if step % self.every:
            return
        row = {"step": int(step)}
        if loss is not None:
            row["loss"] = float(loss)
        if optimizer is not None:
            group = optimizer.param_groups[0]
            row["learning_rate"] = float(group["lr"])
            if "momentum" in group:
                row["momentum"] = float(group["momentum"])
        gradients = []
        for name, parameter in self.model.named_parameters():
            row["weight_norm/" + name] = norm(parameter)
            if parameter.grad is not None:
                gradients.append(norm(parameter.grad))
                row["gradient_norm/" + name] = gradients[-1]
        row["gradient_norm"] = float(numpy.sqrt(numpy.sum(numpy.square(gradients))))
        row.update(self.shares)
        row.update((name, float(value)) for name, value in more.items())
        self.file.write(json.dumps(row) + "\n")
        self.file.flush()

    def save(self, path):
        """Writes the state dict as npz, one array a name."""
        arrays = {}
        for name, tensor in self.model.state_dict().items():
            tensor = tensor.detach().cpu()
            arrays[name] = (tensor.float() if tensor.dtype == torch.bfloat16 else tensor).numpy()
        numpy.savez(path, **arrays)

    def close(self):
        """Ends the log."""
        for hook in self.hooks:
            hook.remove()
        self.file.close()


def norm(tensor):
    return tensor.detach().double().norm().item()
