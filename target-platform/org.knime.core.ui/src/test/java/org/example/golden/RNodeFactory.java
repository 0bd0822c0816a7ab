// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Source of a binary port object. */
public final class RNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Golden R").icon("n.png")
        .shortDescription("Binary port object").fullDescription("Makes a binary port object.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputPort("Binary", "Bytes", BinPO.TYPE))
        .model(m -> m.withoutParameters().configure((i, o) -> {
            Log.add("R.configure");
            o.setOutSpec(0, new BinSpec(256));
        }).execute((i, o) -> {
            Log.add("R.execute");
            byte[] b = new byte[256];
            for (int k = 0; k < 256; k++) {
                b[k] = (byte)k;
            }
            o.setOutData(0, new BinPO(b));
        }));

    public RNodeFactory() {
        super(NODE);
    }
}
