"""Invented people. None of them exists; addresses and numbers are of the ranges kept for examples."""

from dataclasses import dataclass, field


@dataclass
class Person:
    name: str
    email: str
    phone: str
    city: str
    link: str
    tagline: str
    sections: list = field(default_factory=list)

    def contact(self, between=" | "):
        return between.join([self.email, self.phone, self.city, self.link])


def _jobs(first, second):
    return [
        (f"Software Intern, {first}", "Jun 2025 – Aug 2025", [
            "Rebuilt the import of lab samples as a streaming job, which cut its memory to a tenth.",
            "Wrote property tests for the scheduler and found four defects in corner cases of time zones.",
            "Paired weekly with the design team on an accessible table that replaced three older ones.",
        ]),
        (f"Teaching Assistant, {second}", "Sep 2024 – May 2025", [
            "Held weekly sections for forty students of data structures; wrote and graded the exercises.",
            "Set up an automatic checker that gave each student an answer within a minute.",
        ]),
    ]


def _sections(first, second, school):
    return [
        ("Education", [(f"B.S. Computer Science, {school}", "Expected May 2027", [
            "GPA 3.8. Courses: operating systems, databases, compilers, probability, machine learning.",
        ])]),
        ("Experience", _jobs(first, second)),
        ("Projects", [("Tide tables", "2025", [
            "A small program that predicts tides from a year of measurements; used by two sailing clubs.",
            "Published with documentation and a test for every harbour that it knows.",
        ]), ("Shelf", "2024", [
            "A catalogue for a student library with search by title, subject and shelf mark.",
        ])]),
        ("Skills", [("Languages: Rust, Python, TypeScript, SQL. Tools: Git, Linux, PostgreSQL, Docker.", "", [])]),
    ]


PEOPLE = [
    Person("Maren Okafor", "maren.okafor@example.edu", "+1 555-0100-123", "Springfield, IL", "example.com/maren",
           "Computer science student", _sections("Bluewater Labs", "Hillside University", "Hillside University")),
    Person("Tomás Rivelle", "tomas@example.org", "+1 555-0101-456", "Rivertown, OR", "example.org/tomas",
           "Student of software engineering", _sections("Northwind Tools", "Lakeside College", "Lakeside College")),
    Person("Ingrid Valtare", "ingrid.valtare@example.com", "+44 1632 960 123", "Eastmere", "example.com/ingrid",
           "Data science student", _sections("Copper Analytics", "Eastmere University", "Eastmere University")),
    Person("Jun Hartley", "jun.hartley@example.net", "+1 555-0102-789", "Mill Creek, WA", "example.net/jun",
           "Systems programming student", _sections("Quarry Systems", "Mill Creek State", "Mill Creek State")),
]
