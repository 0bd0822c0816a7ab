// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeFactory;

class ExtensionsTest {

    private static final BundleInfo BUNDLE = new BundleInfo("Name", "a.b", "Vendor", "1.2.3");

    private static PluginXml plugin(final String xml) throws IOException {
        return new PluginXml(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), BUNDLE, Class::forName);
    }

    @Test
    void nodesComeFromThePluginFilesOnTheClassPath() {
        final Extensions extensions = Extensions.get();
        final NodeExtension node =
            extensions.node("org.scorewalk.standin.core.TestNodeFactory").orElseThrow();
        assertThat(node.isHidden()).isFalse();
        assertThat(node.isDeprecated()).isFalse();
        assertThat(extensions.nodes()).contains(node);
        assertThat(extensions.node("nowhere")).isEmpty();
    }

    @Test
    void aFactoryIsMadeOrTheReasonIsTold() {
        final NodeFactory<?> factory = Extensions.get().node("org.scorewalk.standin.core.TestNodeFactory")
            .orElseThrow().createFactory();
        assertThat(factory.getNodeName()).isEqualTo("Test node");
        assertThat(factory.getFactoryId()).isEqualTo("org.scorewalk.standin.core.TestNodeFactory");
        final NodeExtension nowhere =
            Extensions.get().node("org.scorewalk.standin.core.NowhereFactory").orElseThrow();
        assertThat(nowhere.isHidden()).isTrue();
        assertThat(nowhere.isDeprecated()).isTrue();
        assertThatThrownBy(nowhere::createFactory).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("org.scorewalk.standin.core.NowhereFactory");
    }

    @Test
    void theBundleIsTold() throws Exception {
        final Extensions extensions = new Extensions(List.of(plugin("<plugin>"
            + "<extension point=\"org.knime.workbench.repository.nodes\"><node factory-class=\"x.Y\"/></extension>"
            + "<extension point=\"some.other.point\"><node factory-class=\"x.Z\"/></extension></plugin>")));
        assertThat(extensions.nodes()).extracting(NodeExtension::factoryClass).containsExactly("x.Y");
        assertThat(extensions.node("x.Y").orElseThrow().bundle()).isEqualTo(BUNDLE);
    }

    @Test
    void aPluginFileThatCannotBeUsedIsNamed() throws Exception {
        assertThatThrownBy(() -> plugin("<plugin>")).isInstanceOf(IOException.class).hasMessageContaining("a.b");
        final PluginXml incomplete = plugin(
            "<plugin><extension point=\"org.knime.workbench.repository.nodes\"><node/></extension></plugin>");
        assertThatThrownBy(() -> new Extensions(List.of(incomplete))).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("a.b").hasMessageContaining("factory-class");
    }
}
