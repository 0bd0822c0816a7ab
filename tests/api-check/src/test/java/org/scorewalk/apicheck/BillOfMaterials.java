// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.License;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.license.Expression;

/** The libraries as a CycloneDX 1.5 software bill of materials and as a page for people. */
final class BillOfMaterials {

    private BillOfMaterials() {
    }

    /** What is shipped: everything but the host, in CycloneDX's JSON. */
    static String json(final List<Library> libraries) throws GeneratorException {
        final Bom bom = new Bom();
        final Component product = new Component();
        product.setType(Component.Type.APPLICATION);
        product.setName("Scorewalk");
        product.setVersion("0.1.0");
        final Metadata metadata = new Metadata();
        metadata.setComponent(product);
        metadata.setTimestamp(null); // the same list gives the same file
        bom.setMetadata(metadata);
        bom.setComponents(new ArrayList<>(libraries.stream()
            .filter(library -> !library.bundle().equals("org.scorewalk.host")).map(BillOfMaterials::component)
            .toList()));
        return BomGeneratorFactory.createJson(Version.VERSION_15, bom).toJsonString();
    }

    private static Component component(final Library library) {
        final Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setGroup(library.group());
        component.setName(library.artifact());
        component.setVersion(library.version());
        final String purl = "pkg:maven/" + library.group() + "/" + library.artifact() + "@" + library.version()
            + (library.classifier().isEmpty() ? "" : "?classifier=" + library.classifier());
        component.setPurl(purl);
        component.setBomRef(purl);
        component.addHash(new Hash(Hash.Algorithm.SHA_256, library.sha256()));
        component.setLicenses(licence(library.licence()));
        return component;
    }

    private static LicenseChoice licence(final String spdx) {
        final LicenseChoice choice = new LicenseChoice();
        if (spdx.contains(" ")) {
            choice.setExpression(new Expression(spdx));
        } else {
            final License license = new License();
            license.setId(spdx);
            choice.addLicense(license);
        }
        return choice;
    }

    /** The page docs/third-party.md. */
    static String page(final List<Library> libraries) {
        return """
            # Third-party libraries

            Made from `releng/libraries.csv`, which also holds the SHA-256 checksum of each jar; the build compares \
            both with what it fetched.
            All libraries are taken unchanged from Maven Central at build time, and none is in the sources. Their \
            notices are in the files
            `NOTICE` of the plug-ins, their known vulnerabilities in [vulnerabilities.md](vulnerabilities.md). The \
            build writes the same list
            as a CycloneDX file, `tests/api-check/target/scorewalk-bom.json`.

            | Library | Version | Licence | Bundle |
            |---|---|---|---|
            """ + libraries.stream()
            .map(l -> "| %s : %s%s | %s | %s | %s |%n".formatted(l.group(), l.artifact(),
                l.classifier().isEmpty() ? "" : " (" + l.classifier() + ")", l.version(), l.licence(), l.bundle()))
            .collect(Collectors.joining())
            + "\n`org.scorewalk.host` runs workflows without KNIME. It is not part of the update site.\n";
    }
}
