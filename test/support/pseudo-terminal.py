"""Runs a program on a terminal of its own: COLUMNS ROWS PROGRAM ARG...

What it writes goes to standard output as it is; a line `press HEX` on standard input is typed, `resize COLUMNS ROWS` changes the
terminal. The exit code is the program's.
"""
import fcntl
import os
import pty
import select
import struct
import sys
import termios


def resize(terminal, columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def obey(terminal, line):
    word, *rest = line.split()
    if word == b"press":
        os.write(terminal, bytes.fromhex(rest[0].decode()))
    else:
        resize(terminal, int(rest[0]), int(rest[1]))


def main():
    columns, rows, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    child, terminal = pty.fork()
    if child == 0:
        resize(0, columns, rows)
        os.execvp(program[0], program)
    sources, typed = [terminal, 0], b""
    while True:
        ready = select.select(sources, [], [])[0]
        if 0 in ready:
            more = os.read(0, 4096)
            if not more:
                sources.remove(0)
            *lines, typed = (typed + more).split(b"\n")
            for line in lines:
                obey(terminal, line)
        if terminal in ready:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                data = b""
            if not data:
                break
            os.write(1, data)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 255)


main()
