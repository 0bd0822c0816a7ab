// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The lists of the oldest and the newest version of KNIME that the plug-ins are for, kept in one packed file: a line
 * that both have begins with {@code =}, one that only the older has with {@code <}, one that only the newer has with
 * {@code >}. The file is made by {@link ApiListsWriter}.
 */
final class ApiLists {

    static final String OLDEST = "5.8";

    static final String NEWEST = "5.12";

    private static final String FILE = "/knime-5.8-and-5.12.api.gz";

    private ApiLists() {
    }

    static List<ApiList> read() throws IOException {
        return List.of(read(OLDEST, '<'), read(NEWEST, '>'));
    }

    private static ApiList read(final String version, final char own) throws IOException {
        try (var in = ApiLists.class.getResourceAsStream(FILE);
                var text = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return ApiList.parse(version, text.lines().filter(line -> line.charAt(0) == '=' || line.charAt(0) == own)
                .map(line -> line.substring(1)));
        }
    }
}
