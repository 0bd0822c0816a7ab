# SPDX-License-Identifier: Apache-2.0
"""What the workflow langevin-ring does, as a script: python3 langevin_ring.py FOLDER."""
import os
import sys

import torch
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
import numpy as np
import imageio

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
torch.manual_seed(42)
eta = torch.tensor([0.01, 0.01])


def score(x):
    r = torch.sqrt(((x / 1.5) ** 2).sum(dim=1, keepdim=True))
    return -2 * (r - 1) / 0.033 * x / (1.5 ** 2 * r)


x = torch.randn(10000, 2)
history = [x]
for _ in range(10):
    x = x + eta * score(x) + torch.sqrt(2 * eta) * torch.randn_like(x)
    history.append(x)
np.savetxt(os.path.join(folder, 'particles.csv'),
           np.concatenate([np.column_stack((np.full(10000, t), np.arange(10000), f.numpy()))
                           for t, f in enumerate(history)]), delimiter=',', fmt=('%d', '%d', '%.9g', '%.9g'))


def panel(axes, t):
    axes.scatter(history[t][:, 0], history[t][:, 1], s=1, alpha=0.5)
    angle = np.linspace(0, 2 * np.pi, 200)
    axes.plot(1.5 * np.cos(angle), 1.5 * np.sin(angle), 'r')
    axes.set_xlim(-3, 3)
    axes.set_ylim(-3, 3)
    axes.set_title('Langevin Sampler at t=%d' % t)


figure, all_axes = plt.subplots(1, 11, figsize=(33, 3))
for t, axes in enumerate(all_axes):
    panel(axes, t)
figure.savefig(os.path.join(folder, 'strip.png'), dpi=100)
plt.close(figure)
pictures = []
for t in range(11):
    figure, axes = plt.subplots(figsize=(4, 4))
    panel(axes, t)
    name = os.path.join(folder, 'frame%d.png' % t)
    figure.savefig(name, dpi=100)
    plt.close(figure)
    pictures.append(imageio.imread(name))
imageio.mimsave(os.path.join(folder, 'ring.gif'), pictures, duration=0.5)
path = np.array([f[0].numpy() for f in history])
figure, axes = plt.subplots()
axes.plot(path[:, 0], path[:, 1], 'o-')
figure.savefig(os.path.join(folder, 'path.png'), dpi=100)
