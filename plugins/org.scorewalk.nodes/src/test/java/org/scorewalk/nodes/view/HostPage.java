// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A page that shows a view in a frame and plays the part of the KNIME window: it answers the view's requests and writes
 * down all messages in {@code window.log}. Calls of the data service wait in {@code window.queue} for an answer.
 */
final class HostPage {

    private static final String PAGE = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><style>
            html,body,iframe{margin:0;border:0;width:100%;height:100%}
            </style></head><body>
            <iframe id="view" sandbox="allow-downloads allow-scripts allow-same-origin"></iframe><script>
            window.log = [];
            window.data = @DATA@;
            window.rendering = @RENDERING@;
            window.queue = [];
            addEventListener("message", (event) => {
              const message = event.data;
              window.log.push(message.type === "UIExtensionRequest" ? message.payload.method : message.type);
              if (message.type !== "UIExtensionRequest") { return; }
              const { method, params } = message.payload;
              window.lastParams = params;
              const reply = (payload) => event.source.postMessage(
                { type: "UIExtensionResponse", requestId: message.requestId, payload }, "*");
              if (method === "getConfig") {
                reply({ nodeId: "root:3", projectId: "p", workflowId: "w", extensionType: "view",
                  initialData: @LAZY@ ? undefined : window.data, renderingConfig: window.rendering });
              } else if (method === "callNodeDataService") {
                if (params[0].serviceType === "initial_data") { reply(window.data); return; }
                window.queue.push({ text: params[0].dataServiceRequest, answer: (text) => reply({ result: text }) });
              } else { reply(null); }
            });
            document.getElementById("view").src = "@VIEW@";
            </script></body></html>
            """;

    private HostPage() {
    }

    /**
     * Writes the page.
     *
     * @param folder where
     * @param view the view's page
     * @param initialData what the initial data service answers, as JSON
     * @param rendering the rendering configuration, as JSON
     * @param lazy whether the view has to ask for its initial data
     * @return the page's file
     */
    static Path write(final Path folder, final Path view, final String initialData, final String rendering,
        final boolean lazy) throws IOException {
        final Path file = folder.resolve("host.html");
        // as KNIME does, the data are a text within a text
        final String data = new ObjectMapper().writeValueAsString(initialData).replace("</", "<\\/");
        Files.writeString(file, PAGE.replace("@VIEW@", view.toUri().toString()).replace("@RENDERING@", rendering)
            .replace("@LAZY@", Boolean.toString(lazy)).replace("@DATA@", data));
        return file;
    }
}
