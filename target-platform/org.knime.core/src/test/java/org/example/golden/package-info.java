// SPDX-License-Identifier: Apache-2.0
/** The port objects of the extension that wrote the golden files, under the names that stand in them. */
package org.example.golden;
