import pytest

from tutor.grading.candidate.host import Zygote


@pytest.fixture(scope="module")
def zygote():
    made = Zygote()
    made.start()
    yield made
    made.close()
