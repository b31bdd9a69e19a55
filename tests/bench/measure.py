"""What the benchmarks share: the programs in turn, in memory (/dev/shm), and the medians of what they took."""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]


def arguments(description, **sizes):
    """The common options; each size is an option with its default."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in sizes.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tebiki", nargs="+", default=[SOURCE / "build/release/tebiki"],
                        help="several are compared, such as that of an older state")
    return parser.parse_args()


def build_command(tebiki, content, output):
    """Templates and assets are those of the program's own checkout, or those of this one."""
    root = next((folder for folder in pathlib.Path(tebiki).resolve().parents if (folder / "templates").is_dir()), SOURCE)
    return [tebiki, "build", "--lang", "en", "--content", content, "--output", output, "--templates", root / "templates",
            "--assets", root / "assets", "--today", "2026-10-15", "--timings"]


def typst_command(source):
    folder = HERE / ".venv"
    if not (folder / "bin/python").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin/python", "-m", "pip", "install", "-q", "typst"], check=True)
    pdf = str(source).replace(".typ", ".pdf")
    return [folder / "bin/python", "-c", f"import typst; typst.compile({str(source)!r}, output={pdf!r}, pdf_standards='ua-1')"]


def timed(command):
    """Seconds, megabytes at the peak, and what it printed on stderr."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        errors.seek(0)
        text = errors.read().decode()
    if status:
        sys.exit(f"{command[0]} failed:\n{text[:2000]}")
    return {"time": seconds, "memory": usage.ru_maxrss / 1024,
            **{step: float(took) for took, step in re.findall(r"([\d.]+) s  (\w+)\n", text)}}


def in_turn(runs, commands):
    """Runs the commands in turn, after removing what each wrote; of each, the median of every figure."""
    figures = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, output) in commands.items():
            for old in output.parent.glob(f"*{output.name}*"):
                shutil.rmtree(old) if old.is_dir() else old.unlink()
            figures[name].append(timed(command))
    return {name: {key: statistics.median(run[key] for run in took) for key in took[0]} for name, took in figures.items()}


def workshop():
    return pathlib.Path(tempfile.mkdtemp(prefix="tebiki-bench-", dir="/dev/shm"))


def pages_of(pdf):
    return int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout)[1])


def about(pdf):
    return f"{pages_of(pdf)} pages, {pdf.stat().st_size / 1e6:.1f} MB"
