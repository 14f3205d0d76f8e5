"""The demo: a workspace with fictional meetings and people, and a walk through the main job."""

from workflow.demo.building import STAGES, WAITING, build_demo
from workflow.demo.walking import walk

__all__ = ["STAGES", "WAITING", "build_demo", "walk"]
