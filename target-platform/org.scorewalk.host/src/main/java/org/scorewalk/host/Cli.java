// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line. */
@Command(name = "run", sortOptions = false, usageHelpWidth = 100,
    header = "Runs a KNIME workflow of Scorewalk nodes without KNIME.",
    customSynopsis = {//
        "./run WORKFLOW [--set \"Node name.option=value\"]... [--out DIR] [--save FILE.knwf] [--no-run]", //
        "./run --list [WORKFLOW]", //
        "./run --new-workflow FILE DIR", //
        "./run --knime WORKFLOW"},
    footer = {"", "Exit codes: 0 all nodes executed, 1 a node failed, 2 wrong usage, 3 results could not be written,",
        "            4 the workflow cannot be loaded, 130 stopped by Ctrl-C.", "The manual is docs/host.md."})
final class Cli {

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORKFLOW",
        description = "The folder of a KNIME workflow, or a .knwf file.")
    String m_workflow;

    @Option(names = "--set", paramLabel = "ASSIGNMENT",
        description = "Changes an option of a node, e.g. \"Langevin Sampler.seed=7\". "
        + "Nodes of the same name are told apart by their number: \"Langevin Sampler (#2).runs/0/steps=100\". "
        + "May be given many times.")
    List<String> m_sets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR",
        description = "The folder for the results. Default: out/<name of the workflow>.")
    Path m_out;

    @Option(names = "--save", paramLabel = "FILE.knwf",
        description = "Saves the workflow, reset and with all --set applied, as a file for KNIME.")
    Path m_save;

    @Option(names = "--no-run",
        description = "Only loads, checks and configures the workflow, and saves it with --save.")
    boolean m_noRun;

    @Option(names = "--list",
        description = "Prints all nodes with their ports and options; with a workflow, its nodes and settings.")
    boolean m_list;

    @Option(names = "--new-workflow", arity = "2", paramLabel = "FILE DIR", hideParamSyntax = true,
        description = "Makes the workflow folder DIR from the description FILE (JSON with comments).")
    List<Path> m_newWorkflow = new ArrayList<>();

    @Option(names = "--knime", description = "Lets the KNIME in the folder KNIME_HOME run the workflow.")
    boolean m_knime;

    @Option(names = "--threads", paramLabel = "N",
        description = "Number of computing threads. Results never depend on it. Default: all cores.")
    Integer m_threads;

    @Option(names = "--quiet", description = "Shows no progress, only warnings and errors.")
    boolean m_quiet;

    @Option(names = "--debug", description = "Shows the technical details of errors.")
    boolean m_debug;

    /** For ./run, which asks before it starts without native libraries. */
    @Option(names = "--check-natives", hidden = true)
    boolean m_checkNatives;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this text.")
    boolean m_help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version.")
    boolean m_version;

    /** Refuses what does not go together. */
    void check() throws HostException {
        final int actions = (m_knime ? 1 : 0) + (m_newWorkflow.isEmpty() ? 0 : 1) + (m_list ? 1 : 0);
        if (actions > 1) {
            throw HostException.usage("Only one of --list, --new-workflow and --knime can be given.");
        }
        if (m_newWorkflow.isEmpty() && m_workflow == null && !m_list) {
            throw HostException.usage("Which workflow? Give the folder of a KNIME workflow or a .knwf file.");
        }
        if (!m_newWorkflow.isEmpty() && (m_workflow != null || m_newWorkflow.size() != 2)) {
            throw HostException.usage(
                "--new-workflow takes a description file and the folder to make, and nothing else.");
        }
        final boolean runs = m_workflow != null && actions == 0;
        if (!m_sets.isEmpty() && (m_workflow == null || m_knime)) {
            throw HostException.usage("--set needs a workflow that is run here.");
        }
        if (m_save != null && (m_workflow == null || m_knime)) {
            throw HostException.usage("--save needs a workflow that is loaded here.");
        }
        if (m_out != null && !runs) {
            throw HostException.usage("--out needs a workflow to run.");
        }
        if (m_threads != null && m_threads < 1) {
            throw HostException.usage("--threads takes a number of 1 or more, not " + m_threads + ".");
        }
    }
}
