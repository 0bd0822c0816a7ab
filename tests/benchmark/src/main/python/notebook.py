# SPDX-License-Identifier: Apache-2.0
"""The notebooks' work in PyTorch and matplotlib, timed.

Run: python3 notebook.py CASE VARIANT SECONDS THREADS [FOLDER]. VARIANT is "notebook" (as its authors would write it) or
"tuned" (what an expert of PyTorch would make of it). Prints the median time of one call in seconds, after a warm-up.
FOLDER holds the image files that a case needs.
"""
import os
import sys

case, variant, budget, threads = sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4]
os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = threads

import gzip
import io
import math
import statistics
import struct
import time

import numpy as np
import torch
from torch import nn

torch.set_num_threads(int(threads))
torch.manual_seed(42)
RADII, CENTRE, WIDTH, ETA = (1.5, 1.5), (0.0, 0.0), 0.033, 0.01


def ring_score(x, radii, centre):
    d = x - centre
    r = torch.sqrt(((d / radii) ** 2).sum(dim=1, keepdim=True))
    return -2 * (r - 1) / WIDTH * d / (radii ** 2 * r)


def ring_notebook(particles, steps, keep):
    radii, centre, eta = torch.tensor(RADII), torch.tensor(CENTRE), torch.tensor([ETA, ETA])

    def call():
        x = torch.randn(particles, 2)
        history = [x]
        for _ in range(steps):
            x = x + eta * ring_score(x, radii, centre) + torch.sqrt(2 * eta) * torch.randn_like(x)
            if keep:
                history.append(x)
        return history
    return call


def ring_tuned(particles, steps, keep):
    """One tensor a coordinate, every operation in place, the frames written where they are kept."""
    frames = torch.empty(steps + 1 if keep else 2, 2, particles)
    r, u, v, noise = (torch.empty(particles) for _ in range(4))
    a, b = ETA * 2 / WIDTH, math.sqrt(2 * ETA)
    i0, i1 = 1 / RADII[0] ** 2, 1 / RADII[1] ** 2

    def step(x, y, out):
        torch.sub(x, CENTRE[0], out=u)
        torch.sub(y, CENTRE[1], out=v)
        torch.mul(u, u, out=r).mul_(i0)
        r.addcmul_(v, v, value=i1).sqrt_()
        r.reciprocal_().mul_(a).sub_(a)  # -(r - 1) a / r
        for old, d, inverse, new in ((x, u, i0, out[0]), (y, v, i1, out[1])):
            noise.normal_()
            d.mul_(r)
            torch.add(old, d, alpha=inverse, out=new).add_(noise, alpha=b)

    def call():
        with torch.inference_mode():
            frames[0].normal_()
            for t in range(steps):
                i, o = (t, t + 1) if keep else (t % 2, (t + 1) % 2)
                step(frames[i, 0], frames[i, 1], frames[o])
    return call


def chain_notebook(steps, h=0.01):
    mean = torch.tensor([1.0, 1.0])
    precision = torch.inverse(torch.tensor([[1.0, 0.9], [0.9, 1.0]]))

    def call():
        x = torch.zeros(2)
        samples = torch.empty(steps, 2)
        for t in range(steps):
            x = x + h * (-(precision @ (x - mean))) + math.sqrt(2 * h) * torch.randn(2)
            samples[t] = x
        return samples
    return call


def images(folder):
    with gzip.open(os.path.join(folder, 'images.gz')) as file:
        _, count, rows, columns = struct.unpack('>4i', file.read(16))
        return np.frombuffer(file.read(), dtype=np.uint8).reshape(count, rows, columns)


class Digits(torch.utils.data.Dataset):
    """What torchvision's data set does for each image: an image object, ToTensor, Normalize(0.5, 0.5)."""

    def __init__(self, pixels):
        self.pixels = torch.from_numpy(pixels.copy())

    def __len__(self):
        return len(self.pixels)

    def __getitem__(self, index):
        from PIL import Image
        image = Image.fromarray(self.pixels[index].numpy(), mode='L')
        tensor = torch.from_numpy(np.array(image, np.uint8, copy=True)).view(28, 28, 1).permute(2, 0, 1).contiguous()
        return tensor.to(torch.float32).div(255).sub_(0.5).div_(0.5), 0


def gan(folder, tuned):
    generator = nn.Sequential(nn.Linear(100, 256), nn.ReLU(), nn.Linear(256, 512), nn.ReLU(), nn.Linear(512, 784),
                              nn.Tanh())
    discriminator = nn.Sequential(nn.Linear(784, 512), nn.LeakyReLU(0.2), nn.Linear(512, 256), nn.LeakyReLU(0.2),
                                  nn.Linear(256, 1), nn.Sigmoid())
    loss = nn.BCELoss()
    options = dict(lr=2e-4, betas=(0.5, 0.999))
    if tuned:
        options['foreach'] = True
    optimizer_g = torch.optim.Adam(generator.parameters(), **options)
    optimizer_d = torch.optim.Adam(discriminator.parameters(), **options)
    ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)
    pixels = images(folder)

    def iteration(real):
        optimizer_g.zero_grad(set_to_none=tuned)
        fake = generator(torch.randn(64, 100))
        g_loss = loss(discriminator(fake), ones)
        g_loss.backward()
        optimizer_g.step()
        optimizer_d.zero_grad(set_to_none=tuned)
        d_loss = loss(discriminator(real), ones) + loss(discriminator(fake.detach()), zeros)
        d_loss.backward()
        optimizer_d.step()
        return d_loss.item() + g_loss.item()

    if tuned:
        ready = (torch.from_numpy(pixels.reshape(-1, 784).astype(np.float32)) / 255 - 0.5) / 0.5
        batches = len(ready) // 64
        state = [0]

        def call():
            first = state[0] % batches * 64
            state[0] += 1
            iteration(ready[first:first + 64])
        return call
    loader = torch.utils.data.DataLoader(Digits(pixels), batch_size=64, drop_last=True)
    endless = (batch for _ in iter(int, 1) for batch in loader)
    return lambda: iteration(next(endless)[0].view(64, -1))


def ring_frames():
    return [f.numpy() for f in ring_notebook(10000, 10, True)()]


def ellipse(axes):
    angle = np.linspace(0, 2 * np.pi, 200)
    axes.plot(CENTRE[0] + RADII[0] * np.cos(angle), CENTRE[1] + RADII[1] * np.sin(angle), 'r')


def panel(axes, frame, t):
    axes.scatter(frame[:, 0], frame[:, 1], s=1, alpha=0.5)
    ellipse(axes)
    axes.set_xlim(-3, 3)
    axes.set_ylim(-3, 3)
    axes.set_title('Langevin Sampler at t=%d' % t)


def strip_png(plt, frames):
    figure, all_axes = plt.subplots(1, len(frames), figsize=(3 * len(frames), 3))
    for t, (axes, frame) in enumerate(zip(all_axes, frames)):
        panel(axes, frame, t)
    png = io.BytesIO()
    figure.savefig(png, dpi=100)
    plt.close(figure)
    return png.getvalue()


def gif(plt, imageio, frames):
    pictures = []
    for t, frame in enumerate(frames):
        figure, axes = plt.subplots(figsize=(4, 4))
        panel(axes, frame, t)
        png = io.BytesIO()
        figure.savefig(png, dpi=100)
        plt.close(figure)
        png.seek(0)
        pictures.append(imageio.imread(png))
    out = io.BytesIO()
    imageio.mimsave(out, pictures, format='GIF', duration=0.5)
    return out.getvalue()


def plotting():
    import matplotlib
    matplotlib.use('Agg')
    import matplotlib.pyplot as plt
    return plt


def figures(what):
    plt, frames = plotting(), ring_frames()
    if what == 'strip':
        return lambda: strip_png(plt, frames)
    import imageio
    return lambda: gif(plt, imageio, frames)


def score_step(batch=1024, rows=10_000, largest=5.0, smallest=0.02):
    """The step of Score Learner: noise levels spread evenly over their logarithms, a running mean of the weights."""
    angle = 2 * math.pi * torch.rand(rows)
    data = torch.stack((angle.cos(), angle.sin()), 1) + 0.1 * torch.randn(rows, 2)
    data = (data - data.mean(0)) / data.std(0)
    net = nn.Sequential(nn.Linear(3, 128), nn.SiLU(), nn.Linear(128, 128), nn.SiLU(), nn.Linear(128, 2))
    parameters = list(net.parameters())
    average = [p.detach().clone() for p in parameters]
    optimizer = torch.optim.Adam(parameters, lr=5e-3, foreach=True)
    positions = torch.arange(batch) / batch
    logs = math.log(smallest / largest)
    order = torch.randperm(rows)
    state = [0]

    def call():
        first = state[0] * batch % (rows - batch)
        state[0] += 1
        part = (positions + torch.rand(1)).frac_().unsqueeze(1)
        sigma = largest * torch.exp(part * logs)
        root = torch.sqrt(1 + sigma * sigma)
        noise = torch.randn(batch, 2)
        x = torch.addcmul(data[order[first:first + batch]], sigma, noise) / root
        f = net(torch.cat((x, 1 - 2 * part), 1))
        loss = ((f - sigma * x) / root + noise).square().mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            torch._foreach_mul_(average, 0.999)
            torch._foreach_add_(average, parameters, alpha=0.001)
    return call


def work():
    tuned = variant == 'tuned'
    if case.startswith('ring-'):
        particles, steps = map(int, case[5:].split('x'))
        return (ring_tuned if tuned else ring_notebook)(particles, steps, particles * steps <= 1_000_000)
    if case.startswith('chain-'):
        return chain_notebook(int(case[6:]))
    if case == 'gan':
        return gan(sys.argv[5], tuned)
    if case in ('strip', 'gif'):
        return figures(case)
    if case == 'score':
        return score_step()
    raise SystemExit('There is no case ' + case)


def main():
    call = work()
    start = time.perf_counter()
    calls = 0
    while calls < 1 or time.perf_counter() - start < budget / 3:
        call()
        calls += 1
    # several calls a measurement where one is short
    block = max(1, int(calls * 0.05))
    times = []
    start = time.perf_counter()
    while len(times) < 3 or time.perf_counter() - start < budget:
        before = time.perf_counter()
        for _ in range(block):
            call()
        times.append((time.perf_counter() - before) / block)
        if times[0] > budget:
            break
    print('%.9f' % statistics.median(times))


if __name__ == '__main__':
    main()
