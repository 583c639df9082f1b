#!/usr/bin/env node
// Starts the command on Node 24, whatever Node it was called with, after making sure that everything it needs stands.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import path from 'node:path'
import { findNode, root } from '../scripts/node-24.mjs'
import { setup } from '../scripts/setup.mjs'

setup()

const node = findNode()
const child = spawn(node, [path.join(root, 'dist/main.js'), ...process.argv.slice(2)], { stdio: 'inherit', shell: node.endsWith('.cmd') })
// A terminal sends its interrupt to both processes already.
const passed = process.stdin.isTTY ? ['SIGTERM'] : ['SIGTERM', 'SIGINT', 'SIGHUP']
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => passed.includes(signal) && child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
