// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.scorewalk.engine.Parallelism;

/** A Python with PyTorch and matplotlib, where there is one. */
final class Python {

    private final Optional<String> m_program;

    private final String m_version;

    Python() throws InterruptedException {
        Optional<String> found = Optional.empty();
        String version = "none";
        for (final String program : List.of("python3", "/usr/bin/python3")) {
            if (found.isEmpty()) {
                try {
                    version = ChildProcess.run(List.of(program, "-c",
                        "import platform, torch, matplotlib, numpy, imageio; print('Python', platform.python_version()"
                            + " + ', PyTorch', torch.__version__ + ', matplotlib', matplotlib.__version__)"))
                        .output().strip();
                    found = Optional.of(program);
                } catch (IOException e) {
                    // not this one
                }
            }
        }
        m_program = found;
        m_version = version;
    }

    boolean exists() {
        return m_program.isPresent();
    }

    String version() {
        return m_version;
    }

    double seconds(final String task, final String variant, final String budget, final String folder)
        throws IOException, InterruptedException {
        return Double.parseDouble(ChildProcess.run(List.of(m_program.orElseThrow(),
            Places.python("notebook.py").toAbsolutePath().toString(), task, variant, budget,
            Integer.toString(Parallelism.threads()), folder)).output().strip());
    }

    /** The whole script of the notebook's first part. */
    double script(final Path folder) throws IOException, InterruptedException {
        return ChildProcess.run(List.of(m_program.orElseThrow(),
            Places.python("langevin_ring.py").toAbsolutePath().toString(), folder.toString())).seconds();
    }
}
