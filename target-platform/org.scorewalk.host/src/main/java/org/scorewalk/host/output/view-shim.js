// SPDX-License-Identifier: Apache-2.0
// Answers the page below as the KNIME window would, from data that stands in this file.
(function () {
    "use strict";
    var initialData = "@INITIAL_DATA@";
    var info = { projectId: "@PROJECT@", workflowId: "root", nodeId: "@NODE@", extensionType: "view" };

    function dataServiceAnswer(request) {
        if (request && request.serviceType === "initial_data") {
            return { result: initialData };
        }
        var id = null;
        try {
            id = JSON.parse(request.dataServiceRequest).id;
        } catch (e) {
            // no JSON-RPC request: the answer bears no number
        }
        return {
            result: JSON.stringify({
                jsonrpc: "2.0",
                id: id,
                error: { code: -32601, message: "This view was saved as a file; open the workflow in KNIME for this function." }
            })
        };
    }

    function answer(method, params) {
        if (method === "getConfig") {
            return Object.assign({
                initialData: initialData,
                renderingConfig: { type: "DEFAULT" },
                writeProtected: true,
                hasNodeView: true
            }, info);
        }
        return method === "callNodeDataService" ? dataServiceAnswer(params && params[0]) : null;
    }

    // also where this file is shown inside another page, which knows nothing of the questions
    Object.defineProperty(window, "parent", { value: window, configurable: true });
    window.addEventListener("message", function (event) {
        var message = event.data;
        if (event.source !== window || !message || message.type !== "UIExtensionRequest") {
            return;
        }
        var payload = message.payload || {};
        window.postMessage({
            type: "UIExtensionResponse",
            requestId: message.requestId,
            payload: answer(payload.method, payload.params)
        }, "*");
    });
})();
