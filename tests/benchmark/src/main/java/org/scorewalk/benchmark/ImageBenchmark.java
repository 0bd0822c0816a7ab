// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.scorewalk.engine.idx.SmallPng;
import org.scorewalk.nodes.idx.IdxReaderNodeFactory;

/** Images from an IDX file to PNG cells: the node beside a bare loop that encodes them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ImageBenchmark {

    @Param({"60000"})
    public int images;

    private Path m_work;

    private Path m_file;

    private List<byte[]> m_pixels;

    @Setup
    public void prepare() throws IOException {
        m_work = Places.work("images");
        m_file = m_work.resolve("images-idx3-ubyte");
        TestImages.write(m_file, images);
        m_pixels = TestImages.pixels(images);
    }

    @TearDown
    public void clear() throws IOException {
        Files.delete(m_file);
        Files.delete(m_work);
    }

    @Benchmark
    public void node(final Blackhole hole) {
        Nodes.execute(new IdxReaderNodeFactory(), m_work, s -> s.addString("images", m_file.toString()), hole::consume);
    }

    @Benchmark
    public void bareLoop(final Blackhole hole) {
        try (SmallPng png = new SmallPng()) {
            for (final byte[] pixels : m_pixels) {
                hole.consume(png.write(new SmallPng.Image(TestImages.SIDE, TestImages.SIDE, 1, pixels)));
            }
        }
    }
}
